"""A place in a text where a known form stands, before it is settled whom the form names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from relgraph.names.forms import Candidate, form_matcher
from relgraph.names.inflection import adjective_end, genitive_end
from relgraph.names.naming import Shape
from relgraph.names.words import ends_word, word_after, word_before

FormKind = Literal["name", "genitive", "adjective", "inhabitant"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One form at one place; `form` is the form without endings."""

    start: int
    end: int
    form: str
    kind: FormKind
    candidates: tuple[Candidate, ...]


def sightings(text: str) -> Iterator[Sighting]:
    """Every known form in a text, whole words with their endings, overlaps kept."""
    for start, stop, candidates in form_matcher().find(text):
        for shape in Shape:
            fitting = tuple(candidate for candidate in candidates if candidate.shape is shape)
            if fitting and (found := _ending(text, start, stop, shape)):
                end, kind = found
                yield Sighting(start, end, text[start:stop], kind, fitting)


def _ending(text: str, start: int, stop: int, shape: Shape) -> tuple[int, FormKind] | None:
    if shape is Shape.STEM:
        end = adjective_end(text, stop)
        return (end, "adjective") if end > 0 else None
    if shape is Shape.ER:
        return _er_ending(text, start, stop)
    if ends_word(text, stop):
        return stop, "name"
    end = genitive_end(text, stop)
    return (end, "genitive") if end > 0 else None


def _er_ending(text: str, start: int, stop: int) -> tuple[int, FormKind] | None:
    """A form in -er is an adjective before a noun and an inhabitant after an article; elsewhere often a surname."""
    if not ends_word(text, stop):
        return None
    if word_after(text, stop)[:1].isupper():
        return stop, "adjective"
    return (stop, "inhabitant") if word_before(text, start) in ("die", "Die", "den", "Den", "aller", "vieler") else None
