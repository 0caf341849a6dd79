"""Where the entities of a store lie, looked up one by one in its file of shares, or all at once."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from relgraph.graph.entities import territory_named
from relgraph.graph.ties import HOLDING
from relgraph.graph.within import homes_of, whole
from relgraph.model import Entity
from relgraph.shares.file import Shares
from relgraph.vocabulary import EntityType, RelationType

_MOST = 200_000
"""Entities and places that are kept in memory."""


class Place(NamedTuple):
    """What is to be known of an entity to say where it lies."""

    id: str
    type: EntityType
    part_of: str | None


class Places(Mapping[str, Place]):
    """The entities of the default graph as places, by IRI."""

    def __init__(self, shares: Shares) -> None:
        self._shares = shares
        self._held: dict[str, Place | None] = {}

    def __getitem__(self, key: str) -> Place:
        if key not in self._held:
            if len(self._held) >= _MOST:
                self._held.clear()
            rows = self._shares.select("SELECT id, type, part_of FROM entity WHERE id = ?", key)
            self._held[key] = next((Place(id_, EntityType(type_), part_of) for id_, type_, part_of in rows), None)
        found = self._held[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return (id_ for (id_,) in self._shares.select("SELECT id FROM entity ORDER BY id"))

    def __len__(self) -> int:
        return int(next(self._shares.select("SELECT COUNT(*) FROM entity"))[0])


class Surroundings(Mapping[str, frozenset[str]]):
    """What each entity lies in or stands for, where a generation stands on these shares."""

    def __init__(self, shares: Shares, generation: str) -> None:
        self._shares, self._generation = shares, generation
        self.places = Places(shares)
        self._held: dict[str, frozenset[str]] = {}

    @cached_property
    def speakers(self) -> dict[str | None, str | None]:
        """The territory that each region means that a release speaks for."""
        question = (
            "SELECT DISTINCT region FROM share JOIN standing ON share = id WHERE generation = ? AND region IS NOT NULL"
        )
        regions = [region for (region,) in self._shares.select(question, self._generation)]
        return {None: None} | {region: self._named(region) for region in sorted(regions)}

    @cached_property
    def homes(self) -> set[str]:
        """The states of the regions that releases speak for."""
        return homes_of(self.speakers.values(), self.places)

    def __getitem__(self, key: str) -> frozenset[str]:
        if key not in self.places:
            raise KeyError(key)
        if key not in self._held:
            if len(self._held) >= _MOST:
                self._held.clear()
            self._held[key] = whole((key, *self.offices(key)), self.places, self.homes)
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def offices(self, key: str) -> list[str]:
        """Where someone has an office that has not ended."""
        question = f"""SELECT DISTINCT other FROM tie WHERE subject = ? AND type = ? AND to_topic = 0
          AND status IN ({",".join("?" * len(HOLDING))}) AND EXISTS (
            SELECT 1 FROM part
            JOIN standing ON standing.share = part.share AND generation = ? WHERE part.tie = tie.id)"""
        values = (key, RelationType.AFFILIATION.value, *sorted(HOLDING), self._generation)
        return [other for (other,) in self._shares.select(question, *values)]

    def _named(self, region: str) -> str | None:
        rows = self._shares.select("SELECT content FROM entity WHERE name = ?", region)
        return territory_named(region, [Entity.model_validate(json.loads(content)) for (content,) in rows])
