"""What releases share, in the default graph: entities, ties, labels, the ontology.

Read line by line, one thing after the other; only labels, actors and pairs of partners are kept, and what changed.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from relgraph.difference.changes import EntityChange, PartnerChange, TieChange, field_changes
from relgraph.difference.pairing import Change, side_by_side
from relgraph.difference.states import Values
from relgraph.store.graphs import nodes
from relgraph.store.terms import Literal, Term
from relgraph.vocabulary import DIRECT_PROPERTIES, ONTOLOGY, PREFIXES, TOPIC, EntityType, RelationType

_TYPE = f"<{PREFIXES['rdf']}type>"
_LABELS = (f"<{PREFIXES['rdfs']}label>", f"<{PREFIXES['skos']}prefLabel>")
_TIE, _TALLY, _ACTOR = (f"<{ONTOLOGY}{name}>" for name in ("Tie", "Tally", "Actor"))
_ENTITIES = frozenset(f"<{ONTOLOGY}{kind}>" for kind in EntityType)
_SUBJECT, _OBJECT, _TOPIC, _KIND = (f"<{ONTOLOGY}{name}>" for name in ("subject", "object", "topic", "relationType"))
_DERIVED = frozenset({*DIRECT_PROPERTIES.values(), "sums", "newestRelation", "within", "joins"})
_KINDS = {f"<{ONTOLOGY}{kind.class_name}>": kind for kind in RelationType}
_NO_PARTNERS = frozenset({RelationType.AFFILIATION})
"""Types whose ends are no partners: whoever holds an office somewhere belongs there."""

Lines = list[str]
Pair = tuple[str, str]


class Shared:
    """What became of the things that releases share."""

    def __init__(self) -> None:
        self._entities: list[EntityChange] = []
        self._ties: list[TieChange] = []
        self.ontology = 0
        """Statements of the ontology that came or went."""
        self.other = 0
        """Statements of other things that came or went."""
        self.statements = {Change.CAME: 0, Change.WENT: 0}
        self._labels: dict[str, dict[str, str]] = {}
        self._actors: set[str] = set()
        self._pairs: dict[Change, dict[Pair, set[str]]] = {Change.WENT: {}, Change.CAME: {}}

    def read(self, old: Iterable[str], new: Iterable[str]) -> None:
        """Read the lines of both default graphs."""
        for subject, before, after in side_by_side(_things(old), _things(new)):
            lines = after or before or []
            iri = subject[1:-1]
            self._count(before or [], after or [])
            types = set(_objects(lines, _TYPE))
            if _TIE in types:
                self._tie(iri, before or [], after or [])
                continue
            if _TALLY in types:  # follows from the ties alone
                continue
            self._label(iri, [*(before or []), *lines])
            if _ACTOR in types:
                self._actors.add(iri)
            if before != after:
                self._changed(iri, types, before, after)

    def label(self, iri: str, language: str) -> str | None:
        """Name of a thing in a language, or in German where it has none; nothing for a stranger."""
        names = self._labels.get(iri, {})
        return names.get(language) or names.get("de") or next(iter(names.values()), None)

    def entities(self) -> list[EntityChange]:
        """Entities that differ, by name."""
        return sorted(self._entities, key=lambda one: (self._name(one.id), one.id))

    def ties(self) -> list[TieChange]:
        """Ties that differ: by type, and by the names of their ends."""
        return sorted(self._ties, key=lambda one: (one.type, self._name(one.subject), self._name(one.other), one.id))

    def partners(self, causes: dict[Pair, set[str]]) -> Iterator[PartnerChange]:
        """Pairs that came or went, by name; `causes` tells in which releases relations of a pair did."""
        old, new = self._pairs[Change.WENT], self._pairs[Change.CAME]
        found: list[PartnerChange] = []
        for change, held, others in ((Change.CAME, new, old), (Change.WENT, old, new)):
            for pair, types in held.items():
                if pair not in others and self._actors.issuperset(pair):
                    caused = tuple(sorted(causes.get(pair, ())))
                    found.append(PartnerChange(change, pair, tuple(sorted(types)), caused))
        yield from sorted(found, key=lambda one: (one.change, *map(self._name, one.ends), *one.ends))

    def _name(self, iri: str) -> str:
        return self.label(iri, "de") or iri

    def _count(self, old: Lines, new: Lines) -> None:
        if old != new:
            self.statements[Change.CAME] += len({*new} - {*old})
            self.statements[Change.WENT] += len({*old} - {*new})

    def _tie(self, iri: str, old: Lines, new: Lines) -> None:
        for change, lines in ((Change.WENT, old), (Change.CAME, new)):
            kind = next((_KINDS[name] for name in _objects(lines, _KIND) if name in _KINDS), None)
            ends = [next(iter(_objects(lines, name)), "")[1:-1] for name in (_SUBJECT, _OBJECT)]
            if kind is not None and kind not in _NO_PARTNERS and all(ends):
                self._pairs[change].setdefault((min(ends), max(ends)), set()).add(kind.value)
        if old == new:
            return
        lines = new or old
        kind_name = next((_KINDS[name].value for name in _objects(lines, _KIND) if name in _KINDS), "")
        subject, other = (
            next((value[1:-1] for name in names for value in _objects(lines, name)), "")
            for names in ((_SUBJECT,), (_OBJECT, _TOPIC))
        )
        fields = tuple(field_changes(_values(iri, old), _values(iri, new))) if old and new else ()
        self._ties.append(TieChange(_change(old, new), iri, kind_name, subject, other, fields))

    def _label(self, iri: str, lines: Lines) -> None:
        told = [line for line in lines if line.split(" ", 2)[1] in _LABELS]
        for values in nodes(told).get(iri, {}).values() if told else ():
            for value in values:
                if isinstance(value, Literal):
                    self._labels.setdefault(iri, {})[value.language or ""] = value.value

    def _changed(self, iri: str, types: set[str], old: Lines | None, new: Lines | None) -> None:
        if not types.isdisjoint(_ENTITIES):
            fields = tuple(field_changes(_values(iri, old or []), _values(iri, new or [])))
            if old is None or new is None or fields:
                told = fields if old and new else ()
                self._entities.append(EntityChange(_change(old, new), iri, told))
            return
        number = len({*(old or ())} ^ {*(new or ())})
        if iri.startswith((ONTOLOGY.rstrip("#"), TOPIC.rstrip("/"))):
            self.ontology += number
        else:
            self.other += number


def _change(old: Lines | None, new: Lines | None) -> Change:
    return Change.CHANGED if old and new else Change.CAME if new else Change.WENT


def _things(lines: Iterable[str]) -> Iterator[tuple[str, Lines]]:
    """Lines by subject; the same subject's stand together."""
    for subject, group in groupby(lines, key=lambda line: line.partition(" ")[0]):
        yield subject, list(group)


def _objects(lines: Lines, predicate: str) -> Iterator[str]:
    """Objects of a predicate, as they are written."""
    for line in lines:
        _, name, rest = line.split(" ", 2)
        if name == predicate:
            yield rest.removesuffix(" .")


def _values(iri: str, lines: Lines) -> Values:
    """Values of a thing by property, without what repeats relations, which are told by themselves."""
    node = nodes(lines).get(iri, {})
    told = {
        name.rpartition("#")[2].rpartition("/")[2]: tuple(sorted(map(_text, values))) for name, values in node.items()
    }
    return {name: values for name, values in told.items() if name not in _DERIVED}


def _text(term: Term) -> str:
    """A value for comparing: with its language, so that a name in another one is another."""
    return f"{term.value}@{term.language}" if isinstance(term, Literal) and term.language else str(term)
