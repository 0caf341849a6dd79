"""The entities of a generation, as all of its shares describe them: kept in rows, so that few are made anew."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from relgraph.graph.entities import merged
from relgraph.model import Entity
from relgraph.names.gazetteer import gazetteer
from relgraph.shares.file import Shares

_VERSIONS = """SELECT entity, content, COUNT(*) FROM description
  CROSS JOIN describes ON describes.description = description.id
  CROSS JOIN standing ON standing.share = describes.share AND generation = ?"""
_INSERT = "INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?)"


class Entities:
    """The table of entities, where a generation stands on these shares; changed within a change of the file."""

    def __init__(self, shares: Shares, generation: str) -> None:
        self._shares, self._generation = shares, generation

    def fill(self) -> None:
        """Make all anew."""
        rows = self._shares.rows
        rows.execute("DELETE FROM entity")
        versions = self._shares.select(f"{_VERSIONS} GROUP BY description.id ORDER BY entity", self._generation)
        rows.executemany(_INSERT, (_row(_merged(group), True) for _, group in groupby(versions, lambda row: row[0])))
        missing = "SELECT DISTINCT part_of FROM entity WHERE part_of NOT IN (SELECT id FROM entity)"
        while [territory for (territory,) in [*self._shares.select(missing)] if self._surround(territory)]:
            pass  # around a territory lies another

    def all(self) -> Iterator[Entity]:
        """Every entity, by IRI."""
        for (content,) in self._shares.select("SELECT content FROM entity ORDER BY id"):
            yield Entity.model_validate_json(content)

    def get(self, iri: str) -> Entity | None:
        """One entity, as it stands in its row."""
        return next(map(Entity.model_validate_json, self._contents(iri)), None)

    def described(self, share: int) -> set[str]:
        """The entities that a share describes."""
        question = "SELECT entity FROM describes JOIN description ON description = id WHERE share = ?"
        return {entity for (entity,) in self._shares.select(question, share)}

    def renew(self, touched: Iterable[str]) -> tuple[dict[str, tuple[Entity | None, Entity | None]], set[str]]:
        """Make some anew, and the territories around them.

        Those that differ, as they were and as they are, and all that were looked at.
        """
        before: dict[str, Entity | None] = {}
        for iri in sorted(set(touched)):
            before[iri] = self.get(iri)
            versions = [
                *self._shares.select(f"{_VERSIONS} WHERE entity = ? GROUP BY description.id", *self._named(iri))
            ]
            if versions:
                self._shares.rows.execute(_INSERT, _row(_merged(versions), True))
            else:
                self._shares.rows.execute("DELETE FROM entity WHERE id = ?", (iri,))
        self._settle(before)
        after = {iri: self.get(iri) for iri in sorted(before)}
        return {iri: (before[iri], after[iri]) for iri in after if before[iri] != after[iri]}, {*before}

    def _named(self, iri: str) -> tuple[str, str]:
        return self._generation, iri

    def _settle(self, before: dict[str, Entity | None]) -> None:
        """Bring in the territories around what is there, and let those go around which nothing is any more."""
        around_ = [entity.part_of for iri in before for entity in (before[iri], self.get(iri)) if entity]
        open_ = [*before, *filter(None, around_)]
        while open_:
            iri = open_.pop()
            is_, needed = self.get(iri), self._needed(iri)
            if iri not in before:
                before[iri] = is_
            if is_ is None and needed:
                self._surround(iri)
            elif is_ is not None and not needed and not self._described(iri):
                self._shares.rows.execute("DELETE FROM entity WHERE id = ?", (iri,))
            now = self.get(iri)
            if now != is_:
                open_ += [one.part_of for one in (is_, now) if one is not None and one.part_of is not None]

    def _needed(self, iri: str) -> bool:
        return any(self._shares.select("SELECT 1 FROM entity WHERE part_of = ? AND id <> ? LIMIT 1", iri, iri))

    def _described(self, iri: str) -> bool:
        return any(self._shares.select("SELECT 1 FROM entity WHERE id = ? AND described", iri))

    def _surround(self, territory: str) -> bool:
        """Put a territory in that nobody describes, if the gazetteer knows it."""
        known = gazetteer().by_id(territory)
        if known is not None:
            self._shares.rows.execute(_INSERT, _row(known, False))
        return known is not None

    def _contents(self, iri: str) -> Iterator[str]:
        return (content for (content,) in self._shares.select("SELECT content FROM entity WHERE id = ?", iri))


def _merged(versions: Iterable[tuple[str, str, int]]) -> Entity:
    return merged({Entity.model_validate_json(content): number for _, content, number in versions})


def _row(entity: Entity, described: bool) -> tuple[str, str, str, str | None, bool, str]:
    content = entity.model_dump_json(by_alias=True)
    return entity.id, entity.type.value, entity.name, entity.part_of, described, content
