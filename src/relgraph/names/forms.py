"""The table of all forms: which bearers each written form may name, and the automaton that finds them."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from relgraph.names.authority_namings import organisation_namings, world_region_namings
from relgraph.names.cities import cities
from relgraph.names.countries import country_namings
from relgraph.names.entry import Entry
from relgraph.names.making import of_names
from relgraph.names.matcher import Matcher
from relgraph.names.naming import Form, Naming, Need, Shape
from relgraph.names.subdivisions import region_namings

_SHAPES = (Shape.NAME, Shape.STEM, Shape.ER)


class Candidate(NamedTuple):
    """What a form may name, how it takes endings, and what the text must show for it."""

    entry: Entry
    shape: Shape
    need: Need


Codes = tuple[int, ...]
"""Candidates packed into numbers, so that a table of 60,000 forms holds no objects that make collection slow."""


@of_names
def listed_namings() -> tuple[Naming, ...]:
    """Every naming but those of cities, by source and key."""
    return (*country_namings(), *region_namings(), *world_region_namings(), *organisation_namings())


@of_names
def form_table() -> dict[str, Codes]:
    """Codes of the candidates by form: listed entries in their order, then cities by population."""
    table: dict[str, Codes] = {}
    for bearer, form in _numbered_forms():
        if len(form.text) > 1:
            code = bearer << 4 | _SHAPES.index(form.shape) << 2 | form.need
            table[form.text] = (*table.get(form.text, ()), code)
    return table


@lru_cache(maxsize=65536)
def candidates(codes: Codes) -> tuple[Candidate, ...]:
    """The candidates behind the codes of one form."""
    return tuple(Candidate(bearer(code >> 4), _SHAPES[code >> 2 & 3], Need(code & 3)) for code in codes)


@cache
def bearer(number: int) -> Entry:
    """The entry with a number of the table."""
    listed = listed_namings()
    return listed[number].entry if number < len(listed) else cities().entry(number - len(listed))


@of_names
def form_matcher() -> Matcher[Codes]:
    """The automaton over the table."""
    return Matcher(form_table().items())


def _numbered_forms() -> Iterator[tuple[int, Form]]:
    listed = listed_namings()
    for number, naming in enumerate(listed):
        for form in naming.forms:
            yield number, form
    for index, form in cities().forms():
        yield len(listed) + index, form
