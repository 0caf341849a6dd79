"""Composes a brief: the sections in order, shortened until it fits on three pages."""

from dataclasses import replace

from relgraph.brief.characters import spelt_out
from relgraph.brief.commitments import commitments
from relgraph.brief.dealings import dealings
from relgraph.brief.document import Block, Brief, Grid, Heading, Items, Note, Paragraph, Picture, Run, Runs
from relgraph.brief.fact import UNSURE
from relgraph.brief.institutions import institutions
from relgraph.brief.material import Material
from relgraph.brief.notes import Notes
from relgraph.brief.overview import coverage, overview
from relgraph.brief.people import people
from relgraph.brief.speech import Speech
from relgraph.brief.technologies import technologies
from relgraph.brief.telling import Limits, Teller
from relgraph.brief.timeline import timeline

_SECTIONS = (overview, dealings, people, technologies, commitments, timeline, institutions)
_LEAST = {
    "visits": 1, "institutions": 2, "fields": 2, "people": 2, "commitments": 2, "kinds": 4, "named": 1, "dealings": 4,
}  # fmt: skip
"""How few lines a section may be left with, in the order in which lines are taken."""

PAGES = 3
_HEIGHT = 56.0  # lines of text on a page of A4
_LINE, _NOTE_LINE = 100, 126  # characters in a line of text, and in one of a note
_NOTE = 0.77  # height of a line of a note, in lines of text


def compose(material: Material, language: str) -> Brief:
    """The brief in `de` or `en`: as much as fits on three pages, the best evidenced and newest first.

    The same material gives the same brief. What is left out is counted where it would stand.
    """
    fewer = _ladder(Limits())
    low, high = 0, len(fewer) - 1
    while low < high:  # the first step on which it fits; each step only leaves out more
        middle = (low + high) // 2
        if height(_compose(material, language, fewer[middle])) <= PAGES * _HEIGHT:
            high = middle
        else:
            low = middle + 1
    return spelt_out(_compose(material, language, fewer[low]))


def _compose(material: Material, language: str, limits: Limits) -> Brief:
    speech = Speech(language, material.things)
    notes = Notes(speech, material.sentences)
    teller = Teller(material, speech, notes, limits)
    blocks: list[Block] = [*coverage(teller)]
    if material.telling:
        blocks += [block for section in _SECTIONS for block in section(teller)]
        reading = speech.say("reading", limit=speech.decimal(UNSURE))
        blocks.append(Paragraph((Run(reading),), small=True))
    return Brief(
        language=language,
        title=speech.say("title", focus=speech.name(material.focus.iri).text),
        subtitle=_subtitle(material, speech),
        as_of=material.as_of,
        blocks=tuple(blocks),
        sources=speech.say("sources"),
        notes=notes.all(),
    )


def _subtitle(material: Material, speech: Speech) -> str:
    region = material.region
    said = [speech.say("subtitle_region", region=speech.name(region.iri).text) if region else speech.say("subtitle")]
    if material.since:
        said.append(speech.say("since", date=speech.date(material.since)))
    if material.until:
        said.append(speech.say("until", date=speech.date(material.until)))
    return " · ".join(said)


def _ladder(limits: Limits) -> list[Limits]:
    """Limits from loose to tight: one note a line at first, then a line less here and there, the weightiest last."""
    steps = [limits, replace(limits, notes=1)]
    while True:
        before = len(steps)
        for name, least in _LEAST.items():
            held = getattr(steps[-1], name)
            if held > least:
                steps.append(replace(steps[-1], **{name: held - 1}))
        if len(steps) == before:
            return steps


def height(brief: Brief) -> float:
    """How many lines of text a brief is high in print, more or less: pages are counted before any writer is asked."""
    notes = 3 + _NOTE * sum(_note(note) for note in brief.notes) if brief.notes else 0
    return 4 + sum(_block(block) for block in brief.blocks) + notes


def _block(block: Block) -> float:
    match block:
        case Heading():
            return 2
        case Paragraph():
            return _lines(block.runs, _LINE) * (_NOTE if block.small else 1)
        case Items():
            return sum(_lines(item, _LINE - 4) for item in block.items)
        case Grid():
            return 2.5 + sum(0.4 + max(map(_lines, row, block.widths)) for row in block.rows)
        case Picture():
            return 2 + len(block.lanes)


def _lines(runs: Runs, width: int) -> int:
    return -(-sum(len(run.text) + len(run.notes) for run in runs) // width) or 1


def _note(note: Note) -> int:
    told = len(note.sentence) + len(note.origin) + len(note.basis) + 10
    told += 30 if note.again else len(note.title) + len(note.address or "")
    return -(-told // _NOTE_LINE)
