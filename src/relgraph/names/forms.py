"""The table of all forms: which bearers each written form may name, and the automaton that finds them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from relgraph.names.authority_namings import organisation_namings, world_region_namings
from relgraph.names.cities import cities
from relgraph.names.countries import country_namings
from relgraph.names.entry import Entry
from relgraph.names.matcher import Matcher
from relgraph.names.naming import Naming, Need, Shape
from relgraph.names.subdivisions import region_namings


class Candidate(NamedTuple):
    """What a form may name: an entry, or the index of a city, and what the text must show for it."""

    bearer: Entry | int
    shape: Shape
    need: Need

    @property
    def entry(self) -> Entry:
        """The entry, made now if it is a city's."""
        return cities().entry(self.bearer) if isinstance(self.bearer, int) else self.bearer


def listed_namings() -> Iterator[Naming]:
    """Every naming but those of cities."""
    yield from country_namings()
    yield from region_namings()
    yield from world_region_namings()
    yield from organisation_namings()


@lru_cache(maxsize=1)
def form_table() -> dict[str, tuple[Candidate, ...]]:
    """Candidates by form, in a fixed order: listed entries by source and key, then cities by population."""
    table: dict[str, list[Candidate]] = {}
    for naming in listed_namings():
        for form in naming.forms:
            table.setdefault(form.text, []).append(Candidate(naming.entry, form.shape, form.need))
    for text, index, shape, need in cities().forms():
        table.setdefault(text, []).append(Candidate(index, shape, need))
    return {text: tuple(candidates) for text, candidates in table.items() if len(text) > 1}


@lru_cache(maxsize=1)
def form_matcher() -> Matcher[tuple[Candidate, ...]]:
    """The automaton over the table."""
    return Matcher(form_table().items())
