"""Pages of entities and topics, with those of their long lists and of their ties that many sentences state."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from relgraph.publishing.site.lists import QUOTED, Cut, cut, groups, pages, ways
from relgraph.publishing.site.material import Material
from relgraph.publishing.site.rendering import Tree
from relgraph.publishing.site.structured import thing_data
from relgraph.vocabulary import EntityType
from relgraph.web.speech import Speech
from relgraph.web.things.statements import Statement, newest_first, statements
from relgraph.web.things.ties import Entry

Quoted = Mapping[str, Sequence[Statement]]
"""The newest statements of each tie."""


def tied(material: Material) -> list[str]:
    """Ties that have a page of their own: more sentences state them than a list quotes."""
    return sorted(tie for tie, relations in material.summed.items() if len(relations) > QUOTED)


@dataclass(frozen=True)
class ThingPages:
    """All that is written about one entity or topic."""

    material: Material
    iri: str

    @property
    def entries(self) -> list[Entry]:
        """Its ties, the strongest first."""
        return self.material.ties.get(self.iri, [])

    def written(self, trees: Iterable[Tree], quoted: Quoted) -> Iterator[tuple[str, bytes]]:
        """The page and those of long lists, in each language."""
        found = ways(self.iri, self.entries)
        topic = self.iri in self.material.broader
        below = self._below()
        releases = (self.material.stating if topic else self.material.naming).get(self.iri, [])
        own = self.material.own(self.iri)
        lists: list[tuple[str, str, Sequence[Any]]] = [
            *((f"{kind}-{way}", "ties", held) for (kind, way), held in found.items()),
            *((key, "things", held) for key, held in below.items()),
            ("releases", "releases", releases),
        ]
        for tree in trees:
            path = tree.paths.of(self.iri)
            yield tree.page(
                "thing.html", path, iri=self.iri, rdf=path, topic=topic, own=own, around=self.material.around(self.iri),
                described=thing_data(self.material.things[self.iri], own), ties=len(self.entries), groups=groups(found),
                below={key: cut(key, held) for key, held in below.items()}, releases=cut("releases", releases),
                origins=self.material.origins, quoted=quoted,
            )  # fmt: skip
            for key, form, items in lists:
                for one in pages(key, items):
                    yield self._list(tree, one, form, quoted)

    def _list(self, tree: Tree, one: Cut[Any], form: str, quoted: Quoted) -> tuple[str, bytes]:
        stem = tree.paths.of(self.iri)
        return tree.page(
            "listing.html", one.at(stem, one.page), iri=self.iri, stem=stem, cut=one, form=form, quoted=quoted,
            origins=self.material.origins, heading=_heading(one.key, form, tree.language),
        )  # fmt: skip

    def _below(self) -> dict[str, list[str]]:
        """What lies in an entity, by class, or below a topic; those with most ties first."""
        held = sorted(
            self.material.inside.get(self.iri, ()), key=lambda one: (-len(self.material.ties.get(one, ())), one)
        )
        if self.iri in self.material.broader:
            return {"narrower": held} if held else {}
        kinds = {kind.value: [one for one in held if self.material.things[one].kind == kind] for kind in EntityType}
        return {kind: own for kind, own in kinds.items() if own}


def _heading(key: str, form: str, language: str) -> str:
    """What a list is called."""
    speech = Speech(language)
    if form == "releases":
        return speech.say("things", "releases")
    if form == "things":
        return speech.say("things", "narrower") if key == "narrower" else speech.label("entity_types", key)
    kind, _, way = key.rpartition("-")
    return speech.label("relation_types", kind) if way == "about" else speech.say("ways", key)


def quoted(material: Material, things: Iterable[ThingPages]) -> dict[str, list[Statement]]:
    """The newest statements of every tie of some things, read together."""
    wanted = {
        entry.tie.iri: material.summed.get(entry.tie.iri, [])[:QUOTED] for thing in things for entry in thing.entries
    }
    known = {
        one.fact.relation: one for one in statements(material.store, {one for held in wanted.values() for one in held})
    }
    return {tie: newest_first(known[one] for one in relations if one in known) for tie, relations in wanted.items()}


def tie_pages(material: Material, ties: Sequence[str], trees: Sequence[Tree]) -> Iterator[tuple[str, bytes]]:
    """Pages of ties with all their sentences."""
    for tie in ties:
        stated = statements(material.store, material.summed[tie])
        for tree in trees:
            yield tree.page("tie.html", tree.paths.of(tie), iri=tie, entry=material.entries[tie], statements=stated)
