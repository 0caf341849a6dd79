"""What was done to a store, in words for people and as JSON for programs."""

import json
from collections.abc import Iterator

from relgraph.editing.changing import Changed, Did, Share
from relgraph.explaining.words import wordings
from relgraph.explore.words import labels
from relgraph.queries.formats import write_table
from relgraph.store.terms import Literal, Table, Term
from relgraph.summary import fields, second_reader

_COLUMNS = ("did", "release", "relations", "sentences", "entities", "basis", "title")
_PEOPLES = ("reviewed", "curated")
"""Bases that are people's work."""

_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def say(language: str, group: str, key: str, **values: object) -> str:
    """What is said of something in a language.

    >>> say("en", "did", "retracted"), say("de", "did", "retracted")
    ('retracted', 'entfernt')
    """
    return wordings("editing")[group][key].say(language, **values)


def tell(changed: Changed, language: str) -> str:
    """A table of what was done to which release, and what the store holds now."""
    rows: list[tuple[Term | None, ...]] = [tuple(_cells(share, language)) for share in changed.shares]
    headings = {name: say(language, "headings", name) for name in _COLUMNS}
    table = write_table(Table(_COLUMNS, rows), "table", headings=headings, title="", language=language)
    counts = {"relations": changed.relations, "sentences": changed.sentences, "releases": changed.releases}
    return f"{table}{say(language, 'tales', 'holds', **counts)}\n"


def asides(changed: Changed, language: str) -> Iterator[str]:
    """What else is to be known: what was left out, what is missing, what rests on what no longer."""
    yield from (say(language, "tales", "skipped", path=one.path, why=one.why) for one in changed.skipped)
    for release, names in changed.missing.items():
        yield say(language, "tales", "missing", release=release, names=fields(names, language))
    yield from (say(language, "tales", "edited", release=release) for release in changed.marked.edited)
    yield from (one.tell(language) for one in changed.marked.unfit)
    for share in changed.shares:
        for basis in _PEOPLES:
            before, now = share.before.get(basis, 0), share.basis[basis]
            if before > now:
                words = labels()["bases"][basis][language]
                yield say(language, "tales", "lost", release=share.release, basis=words, before=before, now=now)
    yield from second_reader(changed.second_reader, language)
    if any(share.did is not Did.UNCHANGED for share in changed.shares):
        yield say(language, "tales", "rest")


def as_json(changed: Changed) -> str:
    """The same for programs."""
    return json.dumps(changed.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def _cells(share: Share, language: str) -> Iterator[Literal]:
    bases = (f"{count} {labels()['bases'][name][language]}" for name, count in share.basis.items() if count)
    yield Literal(say(language, "did", share.did.value))
    yield Literal(share.release)
    for count in (share.relations, share.sentences, share.entities):
        yield Literal(str(count), datatype=_INTEGER)
    yield Literal(", ".join(bases))
    yield Literal(share.title)
