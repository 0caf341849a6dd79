import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def things(heard):
    return [named.thing.name for named in heard.names]


@pytest.mark.parametrize(
    ("text", "names", "topics"),
    [
        ("Wer führt in Japan bei Halbleitern?", ["Japan"], ["semiconductors"]),
        ("wer fuehrt in japan bei halbleitern", ["Japan"], ["semiconductors"]),
        ("Who leads in semiconductors in Japan?", ["Japan"], ["semiconductors"]),
        ("japanische Universitäten und Bayerns Partner", ["Japan", "Bayern"], ["higher-education"]),
        ("Bavarian ties with Korean partners", ["Bayern", "Südkorea"], []),
        ("Baden-Würtemberg Halbleitr Singapor", ["Baden-Württemberg", "Singapur"], ["semiconductors"]),
        ("baden wuerttemberg", ["Baden-Württemberg"], []),
        ("Süd Korea", ["Südkorea"], []),
        ("JP und KR", ["Japan", "Südkorea"], []),
        ("NRW, BaWü, USA", ["Nordrhein-Westfalen", "Baden-Württemberg", "USA"], []),
        ("Was sagt Kretschmann?", ["Winfried Kretschmann"], []),
        ("Ministerpräsident Kretschman", ["Winfried Kretschmann"], []),
        ("Wasserstoffstrategie und KI", [], ["hydrogen", "artificial-intelligence"]),
        ("küntslicher Intelligenz", [], ["artificial-intelligence"]),
        ("die Franzosen und the Ukrainians", ["Frankreich", "Ukraine"], []),
        ("Lower Saxony, Tyrol and Lombardy", ["Niedersachsen", "Tirol", "Lombardei"], []),
        ("europäische Partner, Asian visitors", ["Europa", "Asien"], []),
        ("European integration", [], ["european-integration"]),
        ("the Pilsen Region", ["Region Pilsen"], []),
        ("Kontakte nach Nanjing", ["Nanjing"], []),
    ],
)
def test_names_and_topics_are_heard_with_slips(hear, text, names, topics):
    heard = hear(text)
    assert (things(heard), [named.topic for named in heard.topics]) == (names, topics)
    assert heard.unread == ()


def test_a_slip_is_told(hear):
    heard = hear("Partnerschafften mit Singapor")
    assert [named.typed for named in heard.names] == ["Singapor"]
    assert heard.slips == (("Partnerschafften", "partnerschaft"),)


def test_words_that_mean_nothing_to_the_reader_are_told(hear):
    assert hear("Wie viele Quadratmeter hat Japan?").unread == ("Quadratmeter",)


def test_words_that_no_question_is_about_are_told(hear):
    assert hear("Wie viele Einwohner hat Japan?").outside == ("Einwohner",)


def test_a_title_belongs_to_the_person(hear):
    concepts = {sighting.concept for sighting in hear("Wen traf Ministerpräsident Winfried Kretschmann?").concepts}
    assert "office" not in concepts
    assert "meet" in concepts


def test_a_release_is_heard_by_its_id_and_by_its_title_in_quotes(hear):
    assert hear("Was steht in bw-2024-02-01-halbleiter?").release.id == "bw-2024-02-01-halbleiter"
    assert hear("Was sagt „Reise nach Südkorea“?").release.id == "bw-2024-02-01-halbleiter"
    assert hear("Was sagt „Reise nach Nordkorea“?").release is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("Wer besucht Japan?", "de"), ("Who visits Japan?", "en"), ("Japan", None), ("Kärnten", "de")],
)
def test_the_language_of_a_question_is_heard(hear, text, language):
    assert hear(text).language == language


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_heard(hear, text):
    heard = hear(text)
    assert {sighting.places[-1] < len(heard.words) for sighting in heard.concepts} <= {True}


def test_a_word_of_the_other_language_expresses_nothing(hear):
    assert "silence" not in {one.concept for one in hear("Where do we and Japan still lack projects?").concepts}
    assert "silence" in {one.concept for one in hear("Um welche Partner ist es still geworden?").concepts}


def test_short_names_may_stand_in_small_letters(hear):
    assert [named.thing.name for named in hear("partner bw in japan").names] == ["Baden-Württemberg", "Japan"]
    assert [named.thing.name for named in hear("us or them").names] == []


@pytest.mark.parametrize(
    ("text", "typed", "read"),
    [("wer fürt bei Halbleitern", "fürt", "führ"), ("what did Japan sing", "sing", "sign")],
)
def test_short_words_are_mended_where_letters_are_exchanged_or_sound_alike(hear, text, typed, read):
    assert hear(text).slips == ((typed, read),)


def test_a_name_with_a_slip_reaches_over_part_of_it_that_names_something_else(hear):
    assert [named.thing.name for named in hear("büros von bade würtemberg").names] == ["Baden-Württemberg"]
    assert [named.thing.name for named in hear("unis in korea sin partner").names] == ["Südkorea"]
