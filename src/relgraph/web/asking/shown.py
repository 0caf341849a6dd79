"""An answer as a page shows it: cells that know what they are, and the columns that become footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from relgraph.explore.originals import original
from relgraph.queries.question import Question
from relgraph.queries.sourced import Note, Sourced
from relgraph.store.terms import Iri, Literal, Term
from relgraph.vocabulary import ID
from relgraph.web.rendering import address
from relgraph.web.speech import Speech

_NOTED = frozenset({
    "sentence", "date", "publisher", "release", "basis", "title", "url", "start", "end", "other_sentence", "other_date",
    "other_release",
})  # fmt: skip
"""Columns that footnotes tell; they stand in the table only where the question is about evidence itself."""
_DATED = frozenset({"when", "last"})
"""Columns that tell when; where there is none, rows tell when they were reported, lest old plans look like new ones."""
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NUMERIC = re.compile(r"-?\d+(\.\d+)?")
_NUMBERS = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: text, what it is sorted by, and where it leads."""

    text: str
    key: str
    link: str | None = None
    number: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that is shown."""

    name: str
    text: str
    number: bool


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote with the addresses that it leads to."""

    note: Note
    release: str
    original: str | None


@dataclass(frozen=True)
class Shown:
    """An answer ready for a page."""

    answer: Sourced
    headings: Sequence[Heading]
    rows: Sequence[tuple[Sequence[Cell], Sequence[int]]]
    notes: Sequence[Footnote]


def shown(question: Question, answer: Sourced, speech: Speech) -> Shown:
    """The answer to a question in the words of a reader."""
    names = answer.table.columns
    kept = [place for place, name in enumerate(names) if _shows(question, answer, name)]
    heads, cells = question.headings(speech.language), list(_cells(answer, kept, speech))
    if answer.notes:
        heads["date"] = speech.say("questions", "reported")
    headings = [
        Heading(
            names[place], heads[names[place]], bool(cells) and all(row[at].number or not row[at].text for row in cells)
        )
        for at, place in enumerate(kept)
    ]
    rows = list(zip(cells, answer.cited, strict=True))
    return Shown(answer, headings, rows, [_footnote(note) for note in answer.notes])


def _shows(question: Question, answer: Sourced, name: str) -> bool:
    if name not in _NOTED or not answer.notes:
        return True
    if name == "date":
        return not _DATED.intersection(answer.table.columns)
    return question.group == "evidence" and name == "sentence"


def _cells(answer: Sourced, kept: Sequence[int], speech: Speech) -> Iterator[list[Cell]]:
    for row, things, cited in zip(answer.table.rows, answer.things, answer.cited, strict=True):
        cells = []
        for place in kept:
            name = answer.table.columns[place]
            cell = _cell(row[place], name, things.get(name), answer, speech)
            if name == "sentences" and cited and (ends := _evidence(things)):
                cell = Cell(cell.text, cell.key, f"/questions/evidence?{urlencode(ends)}", cell.number)
            cells.append(cell)
        yield cells


def _evidence(things: dict[str, str] | object) -> dict[str, str]:
    """What asks for all sentences on the two ends of a row."""
    assert isinstance(things, dict)
    ends = [things[name] for name in ("subject_name", "object_name") if name in things]
    ends = [iri for iri in ends if iri.startswith(ID)]
    return {"actor": ends[0], "other": ends[1]} if len(ends) == 2 else {}


def _cell(term: Term | None, name: str, thing: str | None, answer: Sourced, speech: Speech) -> Cell:
    text = "" if term is None else str(term)
    if thing is not None:
        return Cell(text, text, address(thing))
    if isinstance(term, Iri):
        source = answer.sources.get(text)
        if source is not None:
            return Cell(source.title, source.title, address(text))
        return Cell(text.removeprefix(ID), text, _safe(address(text)))
    if isinstance(term, Literal) and (term.datatype or "").startswith(_NUMBERS) and _NUMERIC.fullmatch(text):
        return Cell(_number(text, speech), text, number=True)
    if _DATE.fullmatch(text) and name != "year":
        return Cell(speech.date(text), text, dated=True)
    if name.endswith("url"):
        return Cell(text, text, original(text))
    return Cell(text, text)


def _number(text: str, speech: Speech) -> str:
    whole, _, part = text.partition(".")
    mark = "," if speech.language == "de" else "."
    return speech.number(int(whole)) + (f"{mark}{part[:2]}" if part.strip("0") else "")


def _safe(link: str) -> str | None:
    return link if link.startswith(("/", "https://", "http://")) else None


def _footnote(note: Note) -> Footnote:
    release = address(note.source.iri)
    if note.evidence is not None:
        release += f"#s-{note.evidence.rsplit('/', 1)[-1]}"
    return Footnote(note, release, original(note.source.url, note.sentence))
