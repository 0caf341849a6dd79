import pytest

from relgraph.extraction.dates import find_dates
from relgraph.extraction.times import Occasion, Times, departs, founding, long_ago, term, times_of
from relgraph.vocabulary import RelationType

ISSUED = "2022-08-25"
TRIP = Occasion("2022-08-22", "2022-08-26")


def times(kind: str, text: str, cue: str, around: Occasion | None = None) -> Times:
    start = text.index(cue)
    return times_of(RelationType(kind), text, (start, start + len(cue)), find_dates(text, 0, ISSUED), around)


@pytest.mark.parametrize(
    ("kind", "text", "cue", "date"),
    [
        ("visit", "Vom 3. bis 5. Mai 2021 besuchte Vogt Lyon.", "besuchte", "2021-05-03"),
        ("meeting", "Vogt, die 2019 gewählt wurde, traf am 3. Mai 2022 Ito.", "traf", "2022-05-03"),
        ("meeting", "Vogt traf die Spitze der 1992 gegründeten Gruppe.", "traf", None),
        ("agreement", "Der 1989 geschlossene Vertrag gilt.", "Vertrag", "1989"),
        ("agreement", "Seit dem 3. Mai 2022 verbindet Ulm und Lyon ein Abkommen.", "Abkommen", "2022-05-03"),
        ("support", "Bayern förderte 2018 die Schule.", "förderte", "2018"),
        ("trade", "Heute haben 30 Firmen ihren Sitz in Ulm.", "Sitz", None),
        ("strength", "2018 lag Lyon bei Batterien vorn.", "vorn", None),
        ("visit", "Delegationen besuchten Ulm.", "besuchten", None),
    ],
)
def test_what_happens_has_a_date(kind: str, text: str, cue: str, date: str | None) -> None:
    found = times(kind, text, cue)
    assert (found.date, found.from_, found.until) == (date, None, None)


@pytest.mark.parametrize(
    ("kind", "text", "cue", "from_", "until"),
    [
        ("partnership", "Seit 1989 besteht die Partnerschaft.", "Partnerschaft", "1989", None),
        ("partnership", "Die 1989 geschlossene Partnerschaft lebt.", "Partnerschaft", "1989", None),
        ("partnership", "Im Mai 2022 lobte Vogt die Partnerschaft.", "Partnerschaft", None, None),
        ("partnership", "Die Partnerschaft führte Vogt vom 3. bis 5. Mai 2022 nach Lyon.", "Partnerschaft", None, None),
        ("representation", "Bayern eröffnete am 3. Mai 2022 ein Büro in Lyon.", "Büro", "2022-05-03", None),
        ("cooperation", "Von 2014 bis 2020 arbeiteten sie zusammen.", "zusammen", "2014", "2020"),
        (
            "membership",
            f"Seit 2018 hat der Bund {', '.join(['die Stadt Ulm'] * 20)} und die Stadt Lyon aufgenommen.",
            "aufgenommen",
            "2018",
            None,
        ),
        ("membership", "Ulm ist bis 2027 Mitglied.", "Mitglied", None, "2027"),
        ("responsibility", "Im kommenden Jahr führt Ulm den Vorsitz.", "Vorsitz", "2023", "2023"),
    ],
)
def test_what_lasts_has_a_span(kind: str, text: str, cue: str, from_: str | None, until: str | None) -> None:
    found = times(kind, text, cue)
    assert (found.date, found.from_, found.until) == (None, from_, until)


@pytest.mark.parametrize(
    ("kind", "text", "cue", "around", "date"),
    [
        ("meeting", "Dort traf Vogt Ito.", "traf", TRIP, "2022-08-22"),
        ("meeting", "Vogt traf Ito schon vor zwei Jahren.", "traf", TRIP, None),
        ("meeting", "Vogt hatte Ito getroffen.", "getroffen", TRIP, None),
        ("meeting", "Am 24. August traf Vogt Ito.", "traf", TRIP, "2022-08-24"),
        ("agreement", "Dabei unterzeichneten sie ein Abkommen.", "Abkommen", TRIP, "2022-08-22"),
        ("agreement", "Grundlage ist ein Abkommen.", "Abkommen", TRIP, None),
        ("cooperation", "Dabei lobten sie die Zusammenarbeit.", "Zusammenarbeit", TRIP, None),
        ("visit", "Vogt hat Lyon besucht.", "besucht", Occasion("2022-08-24", later=True), "2022-08"),
        ("visit", "Vogt hat Lyon besucht.", "besucht", Occasion("2022-08-22", "2022-08-26", later=True), "2022-08-22"),
    ],
)
def test_what_happens_on_an_occasion_takes_its_day(
    kind: str, text: str, cue: str, around: Occasion, date: str | None
) -> None:
    assert times(kind, text, cue, around).date == date


@pytest.mark.parametrize(
    ("text", "office", "from_", "until"),
    [
        ("Kurz, seit Juli 2022 Landesrat, kam.", "Landesrat", "2022-07", None),
        ("Kurz ist seit 2020 Bürgermeister.", "Bürgermeister", "2020", None),
        ("Kurz war von 2011 bis 2016 Bürgermeister.", "Bürgermeister", "2011", "2016"),
        ("Bürgermeister Kurz, seit 2020 im Amt, kam.", "Bürgermeister Kurz", "2020", None),
        ("Das Büro besteht seit 2020, sagte Bürgermeister Kurz.", "Bürgermeister", None, None),
        ("Mit dem Programm 2020 bis 2023 im Gepäck kam Bürgermeister Kurz.", "Bürgermeister", None, None),
    ],
)
def test_term_of_an_office(text: str, office: str, from_: str | None, until: str | None) -> None:
    start = text.index(office)
    found = term(text, (start, start + len(office)), find_dates(text, 0, ISSUED))
    assert (found.from_, found.until) == (from_, until)


@pytest.mark.parametrize(("year", "over"), [("1963", True), ("2019", False)])
def test_who_held_an_office_long_ago_holds_it_no_more(year: str, over: bool) -> None:
    text = f"Den Vertrag schloss {year} Kanzler Ito; Minister Kurz lobte ihn."
    dates = find_dates(text, 0, ISSUED)
    assert long_ago(text, text.index("Kanzler"), dates, ISSUED) is over
    assert not long_ago(text, text.index("Minister"), dates, ISSUED)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Partner sind beide seit 1982.", "1982"),
        ("Die Urkunde unterzeichneten beide 1968.", "1968"),
        ("Im Mai 2022 lobten beide die Partnerschaft.", None),
        ("Das Büro besteht seit 1982.", None),
    ],
)
def test_founding(text: str, since: str | None) -> None:
    assert founding(text, find_dates(text, 0, ISSUED)) == since


def test_setting_out() -> None:
    assert departs("Vogt bricht am Montag nach Lyon auf.")
    assert not departs("Vogt weilt in Lyon.")
