"""The words of the brief: both languages, every key in use, values that may hold anything."""

import re
from pathlib import Path

import pytest

from relgraph.brief import speech
from relgraph.brief.speech import Speech
from relgraph.errors import DataError
from relgraph.explore.words import labels
from relgraph.resources import read_yaml
from relgraph.vocabulary import RelationType, Status

ROOM = Path(speech.__file__).parent
WORDS = read_yaml(ROOM / "wording.yaml")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in [*ROOM.glob("*.py"), *ROOM.glob("templates/*")])
PLACES = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("key", WORDS["words"])
def test_every_wording_is_used(key):
    assert re.search(rf"[\"']{key}[\"']", CODE)


@pytest.mark.parametrize("key", WORDS["counts"])
def test_every_counted_word_is_used(key):
    assert re.search(rf"[\"']{key}[\"']", CODE) or key in ("curated", "reviewed", "machine")


@pytest.mark.parametrize(("group", "key"), [(group, key) for group, entries in WORDS.items() for key in entries])
def test_both_languages_have_the_same_places_for_values(group, key):
    words = WORDS[group][key]
    assert set(PLACES.findall(str(words["de"]))) == set(PLACES.findall(str(words["en"])))


def test_all_types_and_statuses_have_words():
    assert set(WORDS["types"]) == {kind.value for kind in RelationType}
    assert set(WORDS["statuses"]) == {status.value for status in Status}
    assert {key: words["de"] for key, words in WORDS["statuses"].items()} == {
        key: words["de"] for key, words in labels()["statuses"].items()
    }


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0\xa0Sätze"), (1, "1\xa0Satz"), (2, "2\xa0Sätze"), (4321, "4.321\xa0Sätze")]
)
def test_numbers_agree(n, said):
    assert Speech("de", {}).count("sentence", n) == said


def test_values_are_not_read_as_places():
    assert Speech("de", {}).say("since", date="{n} {0}") == "Mitteilungen ab {n} {0}"


def test_a_missing_language_is_told(monkeypatch, tmp_path):
    path = tmp_path / "wording.yaml"
    path.write_text("words:\n  title: {de: Titel}\n", encoding="utf-8")
    monkeypatch.setattr(speech, "_PATH", path)
    speech._table.cache_clear()
    with pytest.raises(DataError, match="words: title needs words in de and en"):
        Speech("de", {}).say("title")
    speech._table.cache_clear()
