"""An entry of the gazetteer: what is known of a name's bearer before any text is read.

Kept lighter than `model.Entity`, because there are tens of thousands of cities and a text names a handful.
"""

from dataclasses import dataclass

from relgraph import iris
from relgraph.model import Entity
from relgraph.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class Entry:
    """One bearer of names; `key` is what its IRI is minted from.

    `country` and `region` are ISO 3166 codes of the territory it lies in (or is), `population` is 0 where unknown.
    """

    type: EntityType
    key: str
    name: str
    name_en: str | None = None
    code: str | None = None
    country: str | None = None
    region: str | None = None
    part_of: str | None = None
    same_as: tuple[str, ...] = ()
    population: int = 0

    @property
    def iri(self) -> str:
        """The entity's IRI.

        >>> Entry(EntityType.COUNTRY, "JP", "Japan").iri
        'https://w3id.org/relgraph/id/country/JP'
        """
        return iris.entity(self.type, self.key)

    def entity(self) -> Entity:
        """The entity without mentions, as extraction and queries use it."""
        return Entity(
            id=self.iri,
            type=self.type,
            name=self.name,
            name_en=self.name_en,
            code=self.code,
            part_of=self.part_of,
            same_as=self.same_as,
        )
