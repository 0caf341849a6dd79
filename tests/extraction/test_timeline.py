from relgraph.extraction.timeline import Timeline
from relgraph.extraction.times import Occasion
from relgraph.extraction.tokens import sentences


def occasions(text: str, issued: str | None = "2022-08-25") -> list[Occasion | None]:
    lines = list(sentences(text))
    timeline = Timeline(text, lines, issued)
    return [timeline.around(line) for line in lines]


def test_an_occasion_holds_until_the_next() -> None:
    first, same, next_ = occasions("Am 22. August traf Vogt Ito. Man lachte. Tags darauf kam Kurz.")
    assert first == same == Occasion("2022-08-22")
    assert next_ == Occasion("2022-08-23")


def test_old_dates_are_none() -> None:
    assert occasions("Am 14. Mai 1994 schlossen sie die Partnerschaft.") == [None]


def test_an_occasion_told_later_counts_before() -> None:
    assert occasions("Vogt reiste nach Lyon. Am 22. August traf sie Ito.")[0] == Occasion("2022-08-22", later=True)


def test_setting_out_leaves_the_end_open() -> None:
    assert occasions("Vogt reist am 27. August nach Lyon.") == [Occasion("2022-08-27", departs=True)]


def test_dates_of_a_sentence() -> None:
    text = "Vogt kam. Seit 1989 besteht das Büro."
    lines = list(sentences(text))
    timeline = Timeline(text, lines, None)
    assert timeline.dates(lines[0]) == []
    assert [(when.first, when.start) for when in timeline.dates(lines[1])] == [("1989", 5)]


def test_a_month_lies_where_its_clause_looks() -> None:
    text = "Vogt kündigte an, im März nach Lyon zu reisen, nachdem Ito im Dezember Ulm besucht hatte."
    lines = list(sentences(text))
    assert [when.first for when in Timeline(text, lines, "2022-08-25").dates(lines[0])] == ["2023-03", "2021-12"]


def test_what_is_told_in_the_pluperfect_holds_for_its_paragraph() -> None:
    text = "Am 22. August kam Vogt. Tags zuvor hatte sie Ito getroffen. Man aß."
    assert [around.first[-2:] for around in occasions(f"{text}\nMan ging.") if around] == ["22", "21", "21", "22"]
