"""A place in a text where a known form stands, before it is settled whom the form names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from relgraph.names.forms import Candidate, candidates, form_matcher
from relgraph.names.inflection import adjective_end, genitive_end
from relgraph.names.naming import Shape
from relgraph.names.words import ends_word, word_after, word_before

FormKind = Literal["name", "genitive", "adjective", "inhabitant"]


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """One form at one place; `form` is the form without endings, `shape` how it takes them."""

    start: int
    end: int
    form: str
    shape: Shape
    kind: FormKind
    candidates: tuple[Candidate, ...]


def sightings(text: str) -> Iterator[Sighting]:
    """Every known form in a text, whole words with their endings, overlaps kept."""
    for start, stop, codes in form_matcher().find(text):
        if text[stop : stop + 4].isalpha():  # no ending is that long: the form goes on as another word
            continue
        found = candidates(codes)
        for shape in dict.fromkeys(candidate.shape for candidate in found):
            if ending := _ending(text, start, stop, shape):
                fitting = tuple(candidate for candidate in found if candidate.shape is shape)
                yield Sighting(start, ending[0], text[start:stop], shape, ending[1], fitting)


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
