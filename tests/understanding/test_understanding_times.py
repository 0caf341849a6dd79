"""The words of `data/asking/times.yml`: each is read for what it stands for."""

import pytest
from pydantic import TypeAdapter

from relgraph.errors import DataError
from relgraph.understanding import lexicon
from relgraph.understanding.periods import find_period, numbers
from relgraph.understanding.times import Times, months, number_words, seasons, spellings, steps, times, units

TODAY = "2024-05-20"


@pytest.mark.parametrize("example", times().examples, ids=lambda example: example.text)
def test_the_examples_of_the_file_are_read(example):
    period = find_period(example.text, example.today)
    assert (period.since, period.until) == (example.since, example.until)
    assert period.relative == (example.today != "2000-01-01")


def test_every_name_of_a_month_is_read():
    assert {name: find_period(f"seit {name} 2015", TODAY).since for name in months()} == {
        name: f"2015-{number:02}" for name, number in months().items()
    }


def test_every_name_of_a_season_is_read():
    for name, season in seasons().items():
        period = find_period(f"im {name} 2015", TODAY)
        assert period.since == f"2015-{season.first:02}"
        assert str(period.until).endswith(f"-{season.last:02}")


def test_every_number_and_unit_is_read():
    for word, number in number_words().items():
        assert find_period(f"in den letzten {word} Jahren", TODAY).months == number.value * 12
        exact = [value for *_, value in numbers(word)]
        assert exact == ([f"{number.value:g}"] if number.value > 1 and not number.vague and "-" not in word else exact)
    for word, unit in units().items():
        assert find_period(f"over the last two {word}", TODAY).months == (unit.months * 2 or 1)


def test_every_step_leads_as_far_as_it_says():
    whole = {word for one in times().years for word in one.words}
    for word, back in steps().items():
        assert find_period(word if word in whole else f"{word} Jahr", TODAY).point == str(2024 - back)


def test_every_lead_is_read():
    for kind, words in times().leads.items():
        for word in spellings(words):
            period = find_period(f"Besuche {word} 2018", TODAY)
            assert {
                "since": ("2018", None), "after": ("2019", None), "until": (None, "2018"), "before": (None, "2017"),
            }.get(kind, ("2018", "2018")) == (period.since, period.until), word  # fmt: skip


def test_a_file_that_is_off_is_named(tmp_path, monkeypatch):
    (tmp_path / "asking").mkdir()
    (tmp_path / "asking" / "times.yml").write_text("months: [[january]]", encoding="utf-8")
    monkeypatch.setattr(lexicon, "folder", lambda name: tmp_path)
    with pytest.raises(DataError, match=r"times\.yml: months"):
        lexicon.read_asking("times.yml", TypeAdapter(Times))
