import pytest

from relgraph.understanding.reading import Reader
from relgraph.understanding.telling import Teller


def read(reader, text):
    return [(one.question.name, dict(one.params)) for one in reader.read(text).readings]


JAPAN = "https://w3id.org/relgraph/id/country/JP"
LAND = "https://w3id.org/relgraph/id/region/DE-BW"
KOREA = "https://w3id.org/relgraph/id/country/KR"
SEMICONDUCTORS = "https://w3id.org/relgraph/topic/semiconductors"


@pytest.mark.parametrize(
    ("text", "question", "params"),
    [
        ("Wer führt bei Halbleitern?", "technology-leaders", {"topic": SEMICONDUCTORS}),
        ("wer fuehrt bei halbleitern", "technology-leaders", {"topic": SEMICONDUCTORS}),
        ("Which institutions does Baden-Württemberg work with in Japan?", "partner-institutions",
         {"country": JAPAN, "actor": LAND}),
        ("Besuche Korea 2019", "visits-and-meetings", {"country": KOREA, "since": "2019", "until": "2019"}),
        ("Wer besuchte Japan im letzten Jahr?", "visits-and-meetings",
         {"destination": JAPAN, "since": "2023", "until": "2023"}),
        ("Wer kam aus Japan nach Baden-Württemberg?", "visits-and-meetings", {"visitor": JAPAN, "destination": LAND}),
        ("Besuche und Treffen zwischen Baden-Württemberg und Japan", "visits-and-meetings",
         {"actor": LAND, "country": JAPAN}),
    ],
)  # fmt: skip
def test_a_question_is_read(reader, text, question, params):
    assert read(reader, text)[0] == (question, params)


@pytest.mark.parametrize(
    "text",
    ["Wie wird morgen das Wetter?", "Wie viele Einwohner hat Japan?", "Erzähl mir einen Witz", "", "???", "asdf qwer"],
)
def test_a_question_outside_the_catalogue_is_not_read(reader, text):
    readings = reader.read(text)
    assert readings.readings == ()


def test_the_day_that_counts_as_today_is_that_of_the_newest_release_or_the_one_given(reader):
    assert reader.read("Besuche in Japan im letzten Jahr").today == "2024-02-01"
    assert read_since(reader, "2020-07-01") == "2019"


def read_since(reader, today):
    return reader.read("Besuche in Japan im letzten Jahr", today).readings[0].params["since"]


def test_a_parameter_that_is_missing_keeps_a_question_from_being_read(reader):
    readings = reader.read("Was ist der Rahmen für zwei? Was verbindet Japan?")
    assert all(not reading.weighed.filled.missing for reading in readings.readings)


def test_where_a_name_lies_is_no_name_of_its_own(reader):
    assert read(reader, "Partnerschaften mit Kanagawa in Japan")[0][1] == {
        "country": "https://w3id.org/relgraph/id/region/JP-14"
    }


def test_the_nearest_reading_comes_first_and_is_the_surest(reader):
    readings = reader.read("Welche Abkommen wurden mit Japan unterzeichnet?").readings
    assert [one.confidence for one in readings] == sorted((one.confidence for one in readings), reverse=True)
    assert 0 < readings[0].confidence <= 1


def test_the_same_text_is_read_the_same(reader):
    assert read(reader, "Was ist mit Korea geplant?") == read(reader, "Was ist mit Korea geplant?")


@pytest.mark.parametrize("text", ["Vorarlberg Bodensee", "documents of the Bodensee conference"])
def test_a_word_of_several_long_names_is_none_of_them(text, bundled_store):
    heard = Reader(bundled_store).read(text).heard
    assert "Bodensee" in heard.unread
    assert "Internationale Bodensee-Hochschule" not in [named.thing.name for named in heard.names]


def test_a_word_of_one_long_name_is_told_as_read_for_it(bundled_store):
    readings = Reader(bundled_store).read("Wer ist Mitglied der Motoren?")
    assert "Motoren als Vier Motoren für Europa gelesen" in list(Teller(Reader(bundled_store), "de").notes(readings, 0))


def test_questions_are_near_only_where_something_speaks_for_them(reader):
    assert reader.read("Wie geht es Ihnen?").nearest == ()
    assert [one.question.name for one in reader.read("Wie viele Einwohner hat Japan?").nearest] == ["actor-card"]


def test_a_body_stands_for_its_states_where_a_place_is_asked_for(reader):
    union = "https://w3id.org/relgraph/id/organisation/europaeische-union"
    states = "https://w3id.org/relgraph/id/world-region/eu-staaten"
    assert read(reader, "Partner in der EU")[0] == ("partnerships", {"country": states})
    assert read(reader, "Vereinbarungen mit der EU")[0] == ("agreements", {"country": union})
    assert read(reader, "Wer ist Mitglied in der EU?")[0] == ("memberships", {"actor": union})
