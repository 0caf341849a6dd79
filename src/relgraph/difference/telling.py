"""A difference in words for people: release by release, then partners, ties and names, and the counts at the end."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from relgraph.dates import spelt
from relgraph.difference.changes import (
    EntityChange,
    FieldChange,
    Item,
    PartnerChange,
    RelationChange,
    ReleaseChange,
    TieChange,
)
from relgraph.difference.pairing import Change
from relgraph.difference.reading import KINDS, Difference
from relgraph.difference.states import RelationState
from relgraph.difference.words import field_name, say, value_text
from relgraph.explaining.telling import reading_label
from relgraph.explaining.words import quoted, relation_label
from relgraph.vocabulary import RelationType

SIGNS = {Change.CAME: "+", Change.WENT: "−", Change.CHANGED: "~"}
_BRIEF = ("status", "date", "from", "until", "confidence", "basis", "reviewer", "reviewedOn")
"""Properties told behind a relation that came or went, in this order."""
_SYMMETRIC = frozenset(kind.value for kind in RelationType if kind.symmetric)


class Line(NamedTuple):
    """A line of text; `change` says what it tells of, for its colour."""

    text: str
    change: Change | None = None


def tell(difference: Difference, language: str = "de") -> Iterator[Line]:
    """The difference line by line, as it is read."""
    teller = Teller(difference, language)
    for kind, items in groupby(difference.items(), key=type):
        yield from teller.group(kind, items)
    yield from teller.counts()


class Teller:
    """Words for the changes of one difference."""

    def __init__(self, difference: Difference, language: str) -> None:
        self._difference, self._language = difference, language
        self._label = difference.shared.label

    def group(self, kind: type[Item], items: Iterator[Item]) -> Iterator[Line]:
        """All changes of one kind."""
        headings = {PartnerChange: "partners", TieChange: "ties", EntityChange: "entities"}
        if kind in headings:
            yield Line(say(self._language, "headings", headings[kind]))
        tellers: dict[type[Item], Callable[..., Iterator[Line]]] = {
            ReleaseChange: self._release,
            EntityChange: self._entity,
            TieChange: self._tie,
            PartnerChange: self._partner,
        }
        for item in items:
            yield from tellers[kind](item)
        if kind in headings:
            yield Line("")

    def counts(self) -> Iterator[Line]:
        """How much differs, kind by kind."""
        if self._difference.equal:
            yield Line(say(self._language, "tales", "equal"))
            return
        yield Line(say(self._language, "headings", "counts"))
        for kind in KINDS:
            numbers = {change.value: self._difference.counts[kind, change] for change in Change}
            if any(numbers.values()):
                tally = "tally_two" if kind in ("partners", "sentences", "statements") else "tally"
                name = say(self._language, "kinds", kind)
                yield Line(f"  {name:<16} {say(self._language, 'tales', tally, **numbers)}")
        other = self._difference.shared.other + self._difference.unexplained
        for key, number in (("ontology", self._difference.shared.ontology), ("other", other)):
            if number:
                yield Line(f"  {say(self._language, 'tales', key, n=number)}")

    def _release(self, change: ReleaseChange) -> Iterator[Line]:
        state = change.state
        issued = spelt(state.value("issued") or "", self._language)
        head = "  ".join(filter(None, (state.value("identifier"), issued, state.value("publisher"))))
        sign = "" if change.change == Change.CHANGED else f"  ({say(self._language, 'signs', change.change)})"
        yield Line(head + sign, None if change.change == Change.CHANGED else change.change)
        for line in filter(None, (state.value("title"), state.value("source"))):
            yield Line(f"  {line}")
        for field in change.fields:
            yield Line(f"  ~ {self._release_field(field)}", Change.CHANGED)
        if change.moved:
            yield Line(f"  ~ {say(self._language, 'tales', 'moved', n=change.moved)}", Change.CHANGED)
        for relation in change.relations:
            yield from self._relation(relation)
        yield Line("")

    def _release_field(self, field: FieldChange) -> str:
        if field.name == "articleBody":
            return say(self._language, "tales", "texts")
        if field.name == "mentions":
            came, went = len({*field.new} - {*field.old}), len({*field.old} - {*field.new})
            return say(self._language, "tales", "mentions", came=came, went=went)
        return self._turned(field)

    def _relation(self, change: RelationChange) -> Iterator[Line]:
        brief = "" if change.change == Change.CHANGED else f"  ({self._brief(change.state)})"
        yield Line(f"  {SIGNS[change.change]} {self._title(change.state)}{brief}", change.change)
        for field in change.fields:
            yield Line(f"      {self._turned(field)}")
        yield Line(f"      {quoted(change.state.sentence, self._language)}")

    def _title(self, state: RelationState) -> str:
        other = self._name(state.object) if state.object else self._values("topic", state.fields.get("topic", ()))
        return reading_label(state.type, self._name(state.subject), other, self._language)

    def _brief(self, state: RelationState) -> str:
        told = []
        for name in _BRIEF:
            if values := self._values(name, state.fields.get(name, ())):
                plain = name in ("status", "basis")
                told.append(values if plain else f"{field_name(name, self._language)} {values}")
        return ", ".join(told)

    def _entity(self, change: EntityChange) -> Iterator[Line]:
        yield Line(f"  {SIGNS[change.change]} {self._name(change.id)}", change.change)
        for field in change.fields:
            yield Line(f"      {self._turned(field)}")

    def _tie(self, change: TieChange) -> Iterator[Line]:
        arrow = "↔" if change.type in _SYMMETRIC else "→"
        kind = relation_label(RelationType(change.type), self._language) if change.type else "?"
        ends = f"{self._name(change.subject)} {arrow} {self._name(change.other)}"
        fields = "; ".join(self._turned(field) for field in change.fields)
        yield Line(f"  {SIGNS[change.change]} {kind}: {ends}{f'  ({fields})' if fields else ''}", change.change)

    def _partner(self, change: PartnerChange) -> Iterator[Line]:
        types = ", ".join(relation_label(RelationType(name), self._language) for name in change.types)
        because = say(self._language, "tales", "because", releases=", ".join(change.releases))
        ends = " ↔ ".join(map(self._name, change.ends))
        yield Line(
            f"  {SIGNS[change.change]} {ends}: {types}{f'  ({because})' if change.releases else ''}", change.change
        )

    def _turned(self, field: FieldChange) -> str:
        none = say(self._language, "tales", "none")
        return say(
            self._language, "tales", "turned",
            name=field_name(field.name, self._language),
            old=self._values(field.name, field.old) or none,
            new=self._values(field.name, field.new) or none,
        )  # fmt: skip

    def _values(self, name: str, values: tuple[str, ...]) -> str:
        return ", ".join(value_text(name, value, self._label, self._language) for value in values)

    def _name(self, iri: str) -> str:
        return value_text("", iri, self._label, self._language)
