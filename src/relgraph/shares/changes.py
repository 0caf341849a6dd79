"""What a graph gains and loses when the shares that it stands on change: told out of what the change touches alone.

A share that comes or goes touches the graph of its release, the entities that it describes, and the ties that it has
a part in. From there it goes on: an entity that lies elsewhere moves those that lie in it and who has an office there,
and all of their ties. Where it would touch nearly all, such as another country that releases speak for, nothing is
told, and the graph is made anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from relgraph import iris
from relgraph.graph.backings import backing_quads, is_document
from relgraph.graph.bonds import Key, bond_quads, key_of
from relgraph.graph.borders import Borders
from relgraph.graph.entities import entity_quads
from relgraph.graph.institutions import institution_quads, is_institution
from relgraph.graph.joint import is_joint, joint_quads
from relgraph.graph.meetings import MEETING_DAYS, meeting_quads
from relgraph.graph.months import month_quads
from relgraph.graph.names import PREDICATES, is_name, name_quads
from relgraph.graph.statements import release_graph
from relgraph.graph.tallies import tally_quads
from relgraph.graph.terms import Quad, to_line
from relgraph.graph.ties import Kind, direct_quads, ends, tie_iri
from relgraph.graph.within import within_quads
from relgraph.graph.years import year_quads
from relgraph.model import Entity
from relgraph.shares.entities import Entities
from relgraph.shares.file import Shares
from relgraph.shares.meetings import Meetings
from relgraph.shares.places import Surroundings
from relgraph.shares.sums import Sums
from relgraph.shares.tallies import Tallies
from relgraph.shares.whole import tie_statements
from relgraph.shares.years import Years
from relgraph.store.embedded import EmbeddedStore
from relgraph.vocabulary import ID, ONTOLOGY, RelationType, Status

_WITHIN = f"{ONTOLOGY}within"
_BACKED = f"{ONTOLOGY}backedDocument"
_INSTITUTION = f"{ONTOLOGY}fieldInstitution"
Pair = tuple[Entity | None, Entity | None]
"""An entity as it was and as it is."""


@dataclass
class Delta:
    """Lines of N-Quads that go and come; `releases` and `things` are the graphs and IRIs that they are about."""

    removed: set[str] = field(default_factory=set)
    added: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)

    def touches(self, focus: str) -> bool:
        """Whether something, by its IRI, is one of the things, or stands in one of the graphs."""
        kind, _, rest = focus.removeprefix(ID).partition("/")
        own = kind in ("relation", "evidence") and iris.release(rest.partition("/")[0]) in self.releases
        return own or focus in self.things or focus in self.releases

    def replace(self, old: Iterable[str], new: Iterable[str]) -> None:
        """Put lines in the place of others."""
        olds, news = set(old), set(new)
        self.removed |= olds - news
        self.added |= news - olds


class Standing(NamedTuple):
    """A generation and the shares that it stands on, by release."""

    generation: str
    shares: Mapping[str, int]


def delta_of(store: EmbeddedStore, shares: Shares, before: Standing, after: Standing) -> Delta | None:
    """What changes where the shares of the store change to those of the next generation, which are written down.

    The table of entities is changed along. Nothing, where all is better made anew.
    """
    return _Change(store, shares, before, after).delta()


class _Change:
    def __init__(self, store: EmbeddedStore, shares: Shares, before: Standing, after: Standing) -> None:
        self._store, self._shares = store, shares
        old, new = before.shares, after.shares
        self._gone = {release: share for release, share in old.items() if new.get(release) != share}
        self._come = {release: share for release, share in new.items() if old.get(release) != share}
        self._before, self._after = before.generation, after.generation
        self._entities, self._sums = Entities(shares, self._after), Sums(shares, self._after)
        self._around = Surroundings(shares, self._after)
        self._tallies = Tallies(shares, self._after, self._around)
        self._delta = Delta()

    def delta(self) -> Delta | None:
        spoke, ruled, lay = self._spoken(self._before)
        touched = [*self._gone.values(), *self._come.values()]
        described = {one for share in touched for one in self._entities.described(share)}
        differ, looked_at = self._entities.renew(described)
        speaks, rules, lie = self._spoken(self._after)
        others = [(old, new) for old, new in differ.values() if old and new and old.type != new.type]
        others_speak = any(speaks[region] != iri for region, iri in spoke.items() if region in speaks)
        if others or rules != ruled or others_speak or any(lie[one] != lay[one] for one in lay.keys() & lie.keys()):
            return None
        for old, new in differ.values():
            self._replace(*(entity_quads(one) if one else () for one in (old, new)))
        ties = {tie for share in touched for tie in self._sums.of_share(share)}
        kinds = {self._sums.kind(tie) for tie in ties}
        self._direct(kinds)
        named = {document for share in touched for document in self._sums.documents_of(share)}
        at = {end for kind in kinds for end in ends(kind)}
        self._backings(named | {*filter(is_document, at)})
        self._names(at)
        self._institutions(at)
        self._months(self._sums.months_of(touched))
        self._years(touched, spoke)
        moved = self._within(differ, ties) | self._of_parties({*spoke.values()} ^ {*speaks.values()})
        self._tally(ties, moved)
        self._meetings(ties | moved)
        self._joint(ties | moved)
        self._bonds({key_of(self._sums.kind(tie)) for tie in ties | moved})
        self._releases()
        self._delta.things |= looked_at
        return self._delta

    def _tally(self, ties: set[int], moved: set[int]) -> None:
        """Count anew what these ties count for."""
        officers = {kind.subject for kind in map(self._sums.kind, ties) if kind.type is RelationType.AFFILIATION}
        represented = {tie for officer in officers for tie in self._sums.at(officer)}
        touched = sorted(self._tallies.renew(ties, moved | represented))
        for number in touched:
            tally = self._tallies.get(number)
            self._about(self._tallies.about(number).id, tally_quads(tally) if tally else ())
        self._tallies.drop(touched)

    def _meetings(self, ties: Iterable[int]) -> None:
        """Say anew when those were met who are ends of these ties, as far as they are meetings."""
        meetings = Meetings(self._shares, self._after, self._around)
        kinds = [kind for kind in map(self._sums.kind, ties) if kind.type is RelationType.MEETING]
        for end in sorted({end for kind in kinds for end in (kind.subject, kind.other)}):
            old = [line for predicate in MEETING_DAYS for line in self._store.shared(end, str(predicate))]
            new = [*map(to_line, meeting_quads(end, meetings.get(end)))]
            self._delta.replace(old, new)
            if old or new:
                self._delta.things.add(end)

    def _of_parties(self, parties: Iterable[str | None]) -> set[int]:
        """The ties of what lies within territories that releases come to speak for, or cease to."""
        inside = {end for party in parties if party is not None for end in self._store.sharing(_WITHIN, party)}
        return {tie for end in inside for tie in self._sums.at(end)}

    def _spoken(self, generation: str) -> tuple[dict[str | None, str | None], set[str], dict[str, frozenset[str]]]:
        """Who the regions are that releases speak for, their states, and what each lies in."""
        around = Surroundings(self._shares, generation)
        speakers = {speaker: around[speaker] for speaker in around.speakers.values() if speaker is not None}
        return around.speakers, around.homes, speakers

    def _within(self, differ: Mapping[str, Pair], ties: Iterable[int]) -> set[int]:
        """Say where entities lie whose place may be another; the ties of those that were there and have moved."""
        kinds = (self._sums.kind(tie) for tie in ties)
        open_ = {kind.subject for kind in kinds if kind.type is RelationType.AFFILIATION} | differ.keys()
        moved = self._with_those_inside(iri for iri, (old, new) in differ.items() if _place(old) != _place(new))
        found: set[int] = set()
        for iri in sorted(open_ | moved):
            old = set(self._store.shared(iri, _WITHIN))
            new = {*map(to_line, within_quads({iri: self._around[iri]}))} if iri in self._around else set()
            self._delta.replace(old, new)
            if old != new or iri in moved:
                self._delta.things.add(iri)
                found |= self._sums.at(iri)
        return found

    def _with_those_inside(self, moved: Iterable[str]) -> set[str]:
        """Entities that have moved, those that lie in them, and who has an office there."""
        open_, found = list(moved), set[str]()
        while open_:
            iri = open_.pop()
            if iri not in found:
                found.add(iri)
                inside = self._shares.select("SELECT id FROM entity WHERE part_of = ?", iri)
                open_ += [one for (one,) in inside]
                open_ += self._sums.officers(iri)
        return found

    def _bonds(self, keys: Iterable[Key]) -> None:
        """Say anew what all ties of these keys are, as each may tell of its siblings."""
        for key in sorted(keys):
            bond, told = self._sums.bond(key), dict[str, list[Quad]]()
            for quad in bond_quads(bond):
                told.setdefault(str(quad.subject), []).append(quad)
            for kind in map(self._sums.kind, sorted(self._sums.of_key(key))):
                name, tie = tie_iri(kind), bond.ties.get(kind)
                self._about(name, [*tie_statements(tie, self._around), *told.get(name, ())] if tie else ())

    def _direct(self, kinds: Iterable[Kind]) -> None:
        """Say which relations hold as single triples."""
        for kind in {kind._replace(status=Status.ACTIVE, role=None) for kind in kinds}:
            lines = [*map(to_line, direct_quads(kind))]
            held = [line for quad, line in zip(direct_quads(kind), lines, strict=True) if self._stored(quad)]
            self._delta.replace(held, lines if self._sums.holds(kind) else ())

    def _names(self, ends: Iterable[str]) -> None:
        """Say what is told of these, where no list knows them."""
        for entity in filter(is_name, ends):
            name = self._sums.name(entity)
            old = [line for predicate in PREDICATES for line in self._store.shared(entity, str(predicate))]
            self._delta.replace(old, map(to_line, name_quads(name) if name else ()))
            self._delta.things.add(entity)

    def _backings(self, documents: Iterable[str]) -> None:
        """Say who stands behind these documents."""
        for document in documents:
            now = {backing.id: backing_quads(backing) for backing in self._sums.backings(document)}
            for backing in {*self._store.sharing(_BACKED, document), *now}:
                self._about(backing, now.get(backing, ()))

    def _institutions(self, ends: Iterable[str]) -> None:
        """Say in which fields these are active, where they are organisations."""
        for institution in filter(is_institution, ends):
            now = {one.id: institution_quads(one) for one in self._sums.institution_fields(institution)}
            for name in {*self._store.sharing(_INSTITUTION, institution), *now}:
                self._about(name, now.get(name, ()))

    def _joint(self, ties: Iterable[int]) -> None:
        """Say on what those work together who are ends of these ties."""
        borders, before = Borders(self._around.places, self._around), Sums(self._shares, self._before)
        pairs = {(kind.subject, kind.other) for kind in map(self._sums.kind, ties) if is_joint(kind)}
        for pair in sorted(pairs):
            now = {one.id: one for one in self._sums.joint(*pair)} if not borders.both(*pair) else {}
            for name in sorted({*now, *(one.id for one in before.joint(*pair))}):
                self._about(name, joint_quads(now[name]) if name in now else ())

    def _months(self, months: Iterable[str]) -> None:
        """Say what releases of these months tell."""
        for month in months:
            old, new = (
                {one.id: [*month_quads(one)] for one in Sums(self._shares, generation).months(month)}
                for generation in (self._before, self._after)
            )
            for name in sorted(old.keys() | new.keys()):
                if old.get(name) != new.get(name):
                    self._about(name, new.get(name, ()))

    def _years(self, touched: Iterable[int], spoke: Mapping[str | None, str | None]) -> None:
        """Say how much releases of those years hold from which these shares are; for whom regions spoke is told."""
        before = Years(self._shares, self._before, spoke)
        after = Years(self._shares, self._after, self._around.speakers)
        for calendar in after.calendar_of(touched):
            old, new = ({one.id: [*year_quads(one)] for one in held.of(calendar)} for held in (before, after))
            for name in sorted(old.keys() | new.keys()):
                if old.get(name) != new.get(name):
                    self._about(name, new.get(name, ()))

    def _stored(self, quad: Quad) -> bool:
        return bool(self._store.shared(str(quad.subject), str(quad.predicate), str(quad.object)))

    def _releases(self) -> None:
        for release in sorted({*self._gone, *self._come}):
            name = iris.release(release)
            new: Iterable[Quad] = ()
            if release in self._come:
                extraction = self._shares.extraction(self._come[release])
                new = release_graph(extraction, self._around.speakers[extraction.release.region])
            self._delta.replace(self._store.graph(name) if release in self._gone else (), map(to_line, new))
            self._delta.releases.add(name)

    def _about(self, subject: str, quads: Iterable[Quad]) -> None:
        self._delta.replace(self._store.shared(subject), map(to_line, quads))
        self._delta.things.add(subject)

    def _replace(self, old: Iterable[Quad], new: Iterable[Quad]) -> None:
        self._delta.replace(map(to_line, old), map(to_line, new))


def _place(entity: Entity | None) -> tuple[bool, str | None]:
    """Whether an entity is there, and in what it lies."""
    return entity is not None, entity.part_of if entity else None
