from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.calendar import date_words
from relgraph.extraction.dates import find_dates

ISSUED = "2022-08-25"  # a Thursday


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("am 1. Dezember 2023", [("2023-12-01", None, None)]),
        ("am 01.12.2023", [("2023-12-01", None, None)]),
        ("am 12. Dez. 2020", [("2020-12-12", None, None)]),
        ("2023-12-01", [("2023-12-01", None, None)]),
        ("vom 19. bis zum 22. Mai 2019", [("2019-05-19", "2019-05-22", None)]),
        ("vom 30. Dezember bis 3. Januar 2020", [("2019-12-30", "2020-01-03", None)]),
        ("30.11.–3.12.2013", [("2013-11-30", "2013-12-03", None)]),
        ("am 29. und 30. Oktober 2015", [("2015-10-29", "2015-10-30", None)]),
        ("am 19., 20. und 21. Mai 2020", [("2020-05-19", "2020-05-21", None)]),
        ("(6./7. Februar 2008)", [("2008-02-06", "2008-02-07", None)]),
        ("zwischen 2014 und 2020", [("2014", "2020", None)]),
        ("in den Jahren 2014 bis 2020", [("2014", "2020", None)]),
        ("2014 und 2016 kamen sie", [("2014", None, None), ("2016", None, None)]),
        ("im Schuljahr 2014/15", [("2014", None, None)]),
        ("mit 1. Jänner 2020", [("2020-01-01", None, None)]),
        ("seit Februar 1982", [("1982-02", None, "since")]),
        ("Seit Montag, dem 10. November 2014,", [("2014-11-10", None, "since")]),
        ("von 2007 an", [("2007", None, "since")]),
        ("ab 2025", [("2025", None, "since")]),
        ("bis 2027", [("2027", None, "until")]),
        ("bis zum Herbst 2021", [("2021", None, "until")]),
        ("Ende 2013", [("2013", None, None)]),
        ("Anfang Oktober", [("2022-10", None, None)]),
        ("im ersten Quartal 2021", [("2021", None, None)]),
        ("am 31. Februar 2020", []),
        ("2000 Unternehmen, 1990 Euro, 2.000 Menschen", []),
        ("die Agenda 2030, „Bayern 2035“, in den 1990er Jahren, im 21. Jahrhundert (2018: 104)", []),
        ("seit 25 Jahren, vor zwei Jahren, bis heute, am Morgen", []),
        ("Ministerin Mai und Staatssekretär August", []),
    ],
)
def test_forms(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert [(when.first, when.last, when.lead) for when in find_dates(text, 0, ISSUED)] == found


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("am Mittwoch (24. August)", "2022-08-24"),
        ("heute", "2022-08-25"),
        ("am heutigen Donnerstag", "2022-08-25"),
        ("gestern", "2022-08-24"),
        ("am vergangenen Freitag", "2022-08-19"),
        ("am kommenden Montag", "2022-08-29"),
        ("am 3. Januar", "2023-01-03"),
        ("im vergangenen Herbst", "2021"),
        ("im kommenden Jahr", "2023"),
        ("Anfang kommenden Jahres", "2023"),
        ("im Vorjahr", "2021"),
        ("heuer", "2022"),
        ("Morgen nimmt Kurz teil", "2022-08-26"),
        ("von heute an", "2022-08-25"),
        ("seit Montag", "2022-08-22"),
        ("seit dem Herbst", "2021"),
        ("Donnerstag, 10 Uhr", "2022-08-25"),
        ("im vergangenen Monat", "2022-07"),
        ("in diesen Tagen", "2022-08"),
        ("in der vergangenen Woche", "2022-08"),
        ("tags darauf", "2022-08-21"),
        ("Am Vortag", "2022-08-19"),
    ],
)
def test_what_a_form_leaves_open_counts_from_the_release(text: str, first: str) -> None:
    assert [when.first for when in find_dates(text, 0, ISSUED, told="2022-08-20")] == [first]


def test_a_week_that_two_months_share_tells_none() -> None:
    assert find_dates("in der kommenden Woche", 0, ISSUED) == []


@pytest.mark.parametrize(("ahead", "first"), [(True, "2022-08-30"), (False, "2022-08-23"), (None, "2022-08-30")])
def test_a_bare_weekday_lies_where_its_sentence_looks(ahead: bool | None, first: str) -> None:
    assert [when.first for when in find_dates("am Dienstag", 0, ISSUED, ahead=lambda _: ahead)] == [first]


def test_a_day_takes_the_year_its_sentence_names() -> None:
    assert find_dates("Am 7. Juni und dann 1968.", 0, "2008-01-01")[0].first == "1968-06-07"


def test_without_a_release_date_nothing_is_guessed() -> None:
    assert find_dates("heute, am Montag, im Mai, im kommenden Jahr, am 3. Mai", 0, None) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("die 1989 geschlossene Partnerschaft", "Partnerschaft"),
        ("der im Juni 1991 unterzeichnete deutsch-polnische Vertrag", "Vertrag"),
        ("nach dem heuer unterzeichneten Abkommen", "Abkommen"),
        ("Am 3. Mai 2019 unterzeichneten Kurz und Ito", None),
        ("1997 hatten Ulm und Suzhou", None),
    ],
)
def test_a_date_before_a_participle_belongs_to_the_noun(text: str, noun: str | None) -> None:
    place = find_dates(text, 0, ISSUED)[0].noun
    assert (text[slice(*place)] if place else None) == noun


def test_places_count_from_the_offset() -> None:
    when = find_dates("Seit der 1989 geschlossenen Ehe", 100, None)[0]
    assert (when.start, when.end, when.noun) == (109, 113, (128, 131))


_DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))


@given(_DAYS, st.sampled_from(["{day}. {name} {year}", "{day:02d}.{month:02d}.{year}", "{day}.{month}.{year}"]))
def test_a_day_comes_back(day: date, form: str) -> None:
    name = next(name for name, number in date_words().months.items() if number == day.month)
    text = f"Am {form.format(day=day.day, month=day.month, year=day.year, name=name)} kam Ito."
    assert [when.first for when in find_dates(text, 0, None)] == [day.isoformat()]


@given(st.dates(date(1800, 1, 1), date(2098, 12, 31)), st.integers(1, 300))
def test_a_span_of_days_comes_back(day: date, length: int) -> None:
    last = day + timedelta(length)
    text = f"vom {day.day}.{day.month}.{day.year} bis {last.day}.{last.month}.{last.year}"
    assert [(when.first, when.last) for when in find_dates(text, 0, None)] == [(day.isoformat(), last.isoformat())]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for when in find_dates(text, 0, ISSUED):
        assert 0 <= when.start <= when.end <= len(text)
        assert date.fromisoformat((when.first + "-01-01")[:10])
