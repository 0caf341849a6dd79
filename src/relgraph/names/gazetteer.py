"""The gazetteer: whom a name in a text, or a name that a user types, stands for."""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from relgraph.model import Entity
from relgraph.names.choosing import region_called
from relgraph.names.entry import Entry
from relgraph.names.resolving import entry_by_id, find_entry, resolve_entry
from relgraph.names.settling import settle
from relgraph.names.sighting import FormKind
from relgraph.vocabulary import TERRITORIES, EntityType


class Hit(NamedTuple):
    """A mention of an entity: `text[start:end]`, and how the name is written there."""

    start: int
    end: int
    entity: Entity
    form: FormKind


class Gazetteer:
    """Territories and well-known organisations by all their names."""

    def find(self, text: str, *, home: str | None = None) -> list[Hit]:
        """Mentions in a text: the longest where several overlap, in order.

        Args:
            text: any text; offsets count its characters.
            home: name or code of the release's region, which tells towns of one name apart.

        >>> [hit.entity.name for hit in gazetteer().find("Japans Gouverneure besuchen das Land Hessen.")]
        ['Japan', 'Hessen']
        """
        found = settle(text, _home(home) if home else None)
        return [Hit(mention.start, mention.end, _entity(mention.entry), mention.kind) for mention in found]

    def resolve(self, label: str, types: Collection[EntityType] | None = None) -> Entity:
        """The entity that a label, code or IRI stands for.

        Raises:
            UnknownName: nothing of these types has the name; up to three suggestions come along.

        >>> gazetteer().resolve("korea").name, gazetteer().resolve("DE-BW").name
        ('Südkorea', 'Baden-Württemberg')
        """
        return _entity(resolve_entry(label, types))

    def region(self, name: str) -> Entity | None:
        """The region that bears a name, though a city or country may bear it too.

        >>> gazetteer().region("São Paulo").type.value, gazetteer().region("Peru")
        ('Region', None)
        """
        entry = region_called(name)
        return _entity(entry) if entry else None

    def by_id(self, iri: str) -> Entity | None:
        """The entity with an IRI, or nothing."""
        entry = entry_by_id(iri)
        return _entity(entry) if entry else None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer; its tables load with the first question."""
    return Gazetteer()


@lru_cache(maxsize=4096)
def _entity(entry: Entry) -> Entity:
    return entry.entity()


@lru_cache(maxsize=256)
def _home(label: str) -> Entry | None:
    return find_entry(label, TERRITORIES)
