"""Settling whom the forms of a text name: evidence first, then the longest of those that overlap.

A form whose name is enough ("Japan") counts at once. A form that may be a word, a surname or one of several towns
counts with evidence: its type word ("Stadt Hof"), a preposition of place ("in Hof"), a list with places around it, an
earlier mention with evidence, or its country named in the same text.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from relgraph.names.authorities import read_words
from relgraph.names.choosing import Chooser, district, is_town
from relgraph.names.cities import GERMAN_SPEAKING
from relgraph.names.context import Context, context_of, in_portfolio, names_person
from relgraph.names.districts import districts
from relgraph.names.entry import Entry
from relgraph.names.naming import Need, Shape
from relgraph.names.sighting import FormKind, Sighting, sightings
from relgraph.names.words import starts_sentence
from relgraph.vocabulary import EntityType


class Finding(NamedTuple):
    """A mention whose bearer is settled."""

    start: int
    end: int
    entry: Entry
    kind: FormKind


def settle(text: str, home: Entry | None) -> list[Finding]:
    """Mentions of a text, longest first where they overlap, sorted by place."""
    found = [
        Finding(start, end, district(entry.name) or entry, "name") for start, end, entry in districts(text, is_town)
    ]
    found += _Settling(text, Chooser(home)).findings()
    taken: list[Finding] = []
    covered: set[int] = set()
    for finding in sorted(found, key=lambda finding: (finding.start - finding.end, finding.start)):
        if covered.isdisjoint(range(finding.start, finding.end)):
            covered.update(range(finding.start, finding.end))
            taken.append(finding)
    return sorted(taken, key=lambda finding: finding.start)


_COUNTRY_LINKS = (" in den ", " in der ", " in ", " im ", " auf den ", " (")
"""What stands between a place and the country that it lies in."""


class _Settling:
    """The work on one text: forms that stand alone, then those that others support, then lists of regions."""

    def __init__(self, text: str, chooser: Chooser) -> None:
        self.text, self.chooser = text, chooser
        self.surnames: set[str] = set()
        self.typed: dict[str, Entry] = {}
        self.found: dict[Sighting, Finding] = {}
        self.chosen: dict[str, Entry] = {}
        self.by_start: dict[int, Finding] = {}
        self.by_end: dict[int, Finding] = {}

    def findings(self) -> Iterable[Finding]:
        """All settled forms, overlaps included."""
        contexts = {sighting: context_of(self.text, sighting.start) for sighting in self._sightings()}
        self._type(contexts)
        self.surnames = {s.form for s, context in contexts.items() if names_person(self.text, s.start, context)}
        for sighting, context in contexts.items():
            self._accept(sighting, context, self._alone(sighting, context))
        countries = {entry.code for entry in self.chosen.values() if entry.type is EntityType.COUNTRY}
        for sighting, context in contexts.items():
            if sighting not in self.found and sighting.form not in self.surnames:
                beside = self._country_beside(sighting)
                told = self.chooser.in_country(sighting.candidates, sighting.form, beside) if beside else None
                placed = told or self.chooser.placed(sighting.candidates, sighting.form, context, countries)
                self._accept(sighting, context, placed)
        for sighting, context in (*contexts.items(), *reversed(contexts.items())):
            open_name = sighting not in self.found and sighting.shape is Shape.NAME
            if open_name and sighting.form not in self.surnames:
                self._accept(sighting, context, self._supported(sighting, context))
        self._turn_to_regions(contexts)
        return self.found.values()

    def _sightings(self) -> Iterator[Sighting]:
        for sighting in sightings(self.text):
            capital = self.text[sighting.start].isupper()
            if sighting.shape is Shape.STEM and capital and not self._opens(sighting.start):
                continue  # "Afrikanische Schweinepest": an adjective with a capital belongs to a longer name
            if not in_portfolio(self.text, sighting.start):
                yield sighting

    def _opens(self, start: int) -> bool:
        return starts_sentence(self.text, start)

    def _type(self, contexts: dict[Sighting, Context]) -> None:
        """Note the names that one type word abroad explains: after "die Präfektur Saitama" a bare "Saitama" is that."""
        told: dict[str, set[Entry]] = {}
        for sighting, context in contexts.items():
            if context.kind and sighting.shape is Shape.NAME:
                entry = self.chooser.typed(sighting.candidates, context)
                told.setdefault(sighting.form, set()).update((entry,) if entry else ())
        for form, entries in told.items():
            entry = next(iter(entries)) if len(entries) == 1 else None
            if entry and entry.type is EntityType.REGION and entry.country not in GERMAN_SPEAKING:
                self.typed[form] = entry

    def _alone(self, sighting: Sighting, context: Context) -> Entry | None:
        typed = context.kind and sighting.shape is Shape.NAME and self.chooser.typed(sighting.candidates, context)
        if typed:
            return typed
        if sighting.shape is Shape.NAME and (told := self.typed.get(sighting.form)):
            return told
        entry = self.chooser.known(sighting.candidates)
        bears_it = entry is not None and entry.type in (EntityType.CITY, EntityType.COMPANY)
        is_surname = bears_it and sighting.form in self.surnames
        return None if is_surname else entry

    def _accept(self, sighting: Sighting, context: Context, entry: Entry | None) -> None:
        if entry is None:
            return
        named = sighting.shape is Shape.NAME and context.in_the_mention and entry.type in context.types
        start = sighting.start - len(context.before) - 1 if named else sighting.start
        finding = Finding(start, sighting.end, entry, sighting.kind)
        self.found[sighting] = finding
        self.chosen.setdefault(sighting.form, entry)
        for table, place in ((self.by_start, finding.start), (self.by_end, finding.end)):
            longest = max(finding, table.get(place, finding), key=lambda other: other.end - other.start)
            table[place] = finding if longest.end - longest.start == finding.end - finding.start else longest

    def _country_beside(self, sighting: Sighting) -> str | None:
        """Code of the country a place is said to lie in: "das russische Twer", "Akron in den USA", "Sopot (Polen)"."""
        if sighting.shape is not Shape.NAME:
            return None
        before = self.by_end.get(sighting.start - 1)
        if before and before.kind == "adjective" and before.entry.type is EntityType.COUNTRY:
            return before.entry.code
        link = next((link for link in _COUNTRY_LINKS if self.text.startswith(link, sighting.end)), None)
        after = self.by_start.get(sighting.end + len(link)) if link else None
        return after.entry.code if after and after.kind == "name" and after.entry.type is EntityType.COUNTRY else None

    def _supported(self, sighting: Sighting, context: Context) -> Entry | None:
        for neighbour in self._neighbours(sighting):
            if entry := self.chooser.listed(sighting.candidates, sighting.form, neighbour.entry.type):
                return entry
        return None if context.titled or context.named else self.chosen.get(sighting.form)

    def _neighbours(self, sighting: Sighting) -> list[Finding]:
        before = (
            self.by_end.get(sighting.start - len(joint))
            for joint in _joints()
            if self.text.endswith(joint, 0, sighting.start)
        )
        after = (
            self.by_start.get(sighting.end + len(joint))
            for joint in _joints()
            if self.text.startswith(joint, sighting.end)
        )
        return [finding for finding in (*before, *after) if finding]

    def _turn_to_regions(self, contexts: dict[Sighting, Context]) -> None:
        """Cities that stand among regions and bear a region's name are the region ("Thurgau, Zürich und Aargau")."""
        doubtful = {
            finding: sighting
            for sighting, finding in self.found.items()
            if finding.entry.type is EntityType.CITY and any(c.need is Need.TYPE_WORD for c in sighting.candidates)
        }
        for sighting in doubtful.values():
            region = self.chooser.listed(sighting.candidates, sighting.form, EntityType.REGION)
            around = [other.entry for other in self._neighbours(sighting) if other not in doubtful]
            if region and contexts[sighting].kind not in ("city", "cities") and _are_regions(around, region):
                self._accept(sighting, contexts[sighting], region)


def _are_regions(entries: list[Entry], region: Entry) -> bool:
    """Whether a list holds regions only, and enough of them to make another name in it one."""
    regions = [entry for entry in entries if entry.type is EntityType.REGION]
    kin = any(entry.country == region.country for entry in regions)
    return len(regions) == len(entries) and (kin or len(regions) > 1)


@lru_cache(maxsize=1)
def _joints() -> tuple[str, ...]:
    return (", ", *(f" {word} " for word in read_words("type-words.yml")["joiners"]))
