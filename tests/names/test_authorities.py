import re
from collections import Counter
from pathlib import Path

import pytest

from relgraph import iris
from relgraph.errors import DataError
from relgraph.names import authorities
from relgraph.names.authorities import authority_path, read_authorities, read_words
from relgraph.names.subdivisions import is_code
from relgraph.resources import read_yaml
from relgraph.vocabulary import ORGANISATIONS, EntityType

ENTRIES = (
    "cities.yml",
    "companies.yml",
    "countries.yml",
    "districts.yml",
    "documents.yml",
    "events.yml",
    "land-bodies.yml",
    "organisations.yml",
    "parties.yml",
    "regions.yml",
    "world-regions.yml",
)
WORDS = (
    "ambiguous-places.yml",
    "body-words.yml",
    "localities.yml",
    "subdivision-types.yml",
    "topic-bodies.yml",
    "type-words.yml",
)


def sort_key(entry_id: str) -> tuple[int, str]:
    return (int(entry_id), "") if len(entry_id) > 3 and entry_id.isdecimal() else (0, entry_id)


def test_every_file_is_known() -> None:
    found = {path.name for path in authority_path("").glob("*.yml")}
    assert found == {*ENTRIES, *WORDS, "areas.yml"}


@pytest.mark.parametrize("name", ENTRIES)
def test_entries_are_sorted_and_unique(name: str) -> None:
    ids = [entry.id for entry in read_authorities(name)]
    assert ids == sorted(set(ids), key=sort_key)


@pytest.mark.parametrize("name", ENTRIES)
def test_entries_say_nothing_twice(name: str) -> None:
    for entry in read_authorities(name):
        names = [entry.de, *entry.aliases]
        assert len(names) == len(set(names)), entry.id


def test_ids_of_what_has_no_code_are_slugs_of_the_name() -> None:
    for name in sorted({*ENTRIES} - {"cities.yml", "countries.yml"}):
        for entry in read_authorities(name):
            if not (is_code(entry.id) or re.fullmatch(r"\d{3}", entry.id)):
                assert entry.de is not None
                assert entry.id == iris.slug(entry.de)


def test_bodies_are_organisations() -> None:
    for name in ("land-bodies.yml", "organisations.yml", "companies.yml", "parties.yml"):
        assert {entry.type for entry in read_authorities(name)} <= ORGANISATIONS


@pytest.mark.parametrize(("name", "kind"), [("events.yml", EntityType.EVENT), ("documents.yml", EntityType.DOCUMENT)])
def test_a_file_of_one_type_holds_nothing_else(name: str, kind: EntityType) -> None:
    assert {entry.type for entry in read_authorities(name)} == {kind}


def test_no_two_organisations_share_an_id_or_a_name() -> None:
    listed = [
        entry
        for name in ("land-bodies.yml", "organisations.yml", "companies.yml", "parties.yml")
        for entry in read_authorities(name)
    ]
    for values in ([entry.id for entry in listed], [name for entry in listed for name in (entry.de, *entry.aliases)]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


@pytest.mark.parametrize("name", WORDS)
def test_words_are_unique_within_their_list(name: str) -> None:
    for key, words in read_words(name).items():
        assert len(words) == len(set(words)), f"{name}: {key}"


def test_ambiguous_places_are_sorted() -> None:
    for words in read_words("ambiguous-places.yml").values():
        assert list(words) == sorted(words)


def test_countries_have_a_known_level() -> None:
    rows = [row.split("\t") for row in authority_path("country_qid.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["iso2", "iso3", "qid", "level", "name_en"]
    assert {len(row) for row in rows} == {5}
    assert all(re.fullmatch(r"Q\d+", row[2]) for row in rows[1:])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("- {id: x, type: City, source: s, colour: red}", "colour"),
        ("- {id: x, type: Planet, source: s}", "type"),
        ("- {id: x, type: City}", "source"),
        ("id: x", "list of entries"),
    ],
)
def test_a_wrong_entry_names_file_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, why: str
) -> None:
    path = tmp_path / "wrong.yml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(authorities, "authority_path", lambda _name: path)
    with pytest.raises(DataError, match=why):
        read_authorities(f"{why}-{tmp_path}")


@pytest.mark.parametrize("content", ["[a, b]", "words: a", "words: [1]"])
def test_wrong_words_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    path = tmp_path / "wrong.yml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(authorities, "authority_path", lambda _name: path)
    with pytest.raises(DataError):
        read_words(f"{content}-{tmp_path}")


def test_yaml_reads_norway_as_text() -> None:
    assert all(isinstance(item["id"], str) for item in read_yaml(authority_path("countries.yml")))  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ENTRIES)
def test_every_entry_has_a_source(name: str) -> None:
    assert all(entry.source for entry in read_authorities(name))
