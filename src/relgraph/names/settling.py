"""Settling whom the forms of a text name: evidence first, then the longest of those that overlap.

A form whose name is enough ("Japan") counts at once. A form that may be a word, a surname or one of several towns
counts with evidence: its type word ("Stadt Hof"), a preposition of place ("in Hof"), a list with places around it, an
earlier mention with evidence, or its country named in the same text.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from relgraph.names.authorities import read_words
from relgraph.names.context import Context, context_of
from relgraph.names.entry import Entry
from relgraph.names.forms import Candidate
from relgraph.names.naming import Need, Shape
from relgraph.names.sighting import FormKind, Sighting, sightings
from relgraph.vocabulary import EntityType

_SMALL, _MEDIUM = 15_000, 100_000


@dataclass(frozen=True, slots=True)
class Finding:
    """A sighting that is settled."""

    start: int
    end: int
    entry: Entry
    kind: FormKind


def settle(text: str, home: Entry | None) -> list[Finding]:
    """Mentions of a text, longest first where they overlap, sorted by place."""
    return _longest(_Text(text, home).findings())


def _longest(findings: Iterable[Finding]) -> list[Finding]:
    taken: list[Finding] = []
    covered: set[int] = set()
    for found in sorted(findings, key=lambda found: (found.start - found.end, found.start)):
        if covered.isdisjoint((found.start, found.end - 1)):
            taken.append(found)
            covered.update(range(found.start, found.end))
    return sorted(taken, key=lambda found: found.start)


class _Text:
    """One text while it is being settled."""

    def __init__(self, text: str, home: Entry | None) -> None:
        self.text, self.home = text, home
        self.contexts: dict[int, Context] = {}
        self.found: dict[tuple[int, int], Finding] = {}
        self.chosen: dict[str, Entry] = {}
        self.open: list[Sighting] = []

    def findings(self) -> Iterable[Finding]:
        """All settled sightings, overlaps included."""
        for sighting in sightings(self.text):
            if not self._settle_alone(sighting):
                self.open.append(sighting)
        self._spread()
        return self.found.values()

    def _settle_alone(self, sighting: Sighting) -> bool:
        context = self._context(sighting)
        entry = self._by_type_word(sighting, context) or self._known(sighting, context) or self._placed(sighting, context)
        if entry is None:
            return False
        self._accept(sighting, entry, context)
        return True

    def _context(self, sighting: Sighting) -> Context:
        return self.contexts.setdefault(sighting.start, context_of(self.text, sighting.start))

    def _accept(self, sighting: Sighting, entry: Entry, context: Context) -> None:
        start = context.start if sighting.kind in ("name", "genitive") and entry.type in context.types and not context.plural else sighting.start
        self.found[sighting.start, sighting.end] = Finding(start, sighting.end, entry, sighting.kind)
        self.chosen.setdefault(sighting.form, entry)

    def _by_type_word(self, sighting: Sighting, context: Context) -> Entry | None:
        if not context.types or sighting.candidates[0].shape is not Shape.NAME:
            return None
        if entry := self._best(sighting.candidates, context.types):
            if context.kind == "district":
                return _joined(context.before.removesuffix("es"), entry, EntityType.CITY)
            return entry
        if context.before in read_words("type-words.yml")["around_city"]:
            entry = self._best(sighting.candidates, {EntityType.CITY})
            return _joined(context.before, entry, EntityType.REGION) if entry else None
        return None

    def _known(self, sighting: Sighting, context: Context) -> Entry | None:
        local = [c for c in sighting.candidates if c.need is Need.HOME and self.home and c.entry.region == self.home.region]
        if local:
            return local[0].entry
        known = [candidate for candidate in sighting.candidates if candidate.need is Need.NOTHING]
        entry = self._best(known)
        if entry and entry.type is EntityType.CITY and context.titled and sighting.kind == "name":
            return None
        return entry

    def _placed(self, sighting: Sighting, context: Context) -> Entry | None:
        if not context.locative or sighting.form in _nouns():
            return None
        weak = [candidate for candidate in sighting.candidates if candidate.need is Need.EVIDENCE]
        return self._best([c for c in weak if self._plausible(c.entry, context)])

    def _plausible(self, entry: Entry, context: Context) -> bool:
        if entry.type is not EntityType.CITY:
            return context.near
        if entry.population >= _MEDIUM:
            return True
        if entry.population >= _SMALL or self.home is None:
            return context.near
        return context.near and entry.country == self.home.country

    def _best(self, candidates: Iterable[Candidate], types: Iterable[EntityType] | None = None) -> Entry | None:
        entries = [candidate.entry for candidate in candidates]
        if types is not None:
            entries = [entry for entry in entries if entry.type in types]
        return min(entries, key=self._rank, default=None)

    def _rank(self, entry: Entry) -> tuple[int, int, int, int, str]:
        home = self.home
        same_region = bool(home and home.region and entry.region == home.region)
        same_country = bool(home and entry.country == home.country)
        return (_ORDER.get(entry.type, 0), -same_region, -same_country, -entry.population, entry.key)

    def _spread(self) -> None:
        """Evidence for the open sightings from the settled ones: lists, earlier mentions, countries."""
        countries = {entry.code for entry in self.chosen.values() if entry.type is EntityType.COUNTRY}
        for sighting in (*self.open, *reversed(self.open)):
            if (sighting.start, sighting.end) in self.found:
                continue
            entry = self._listed(sighting) or self._chosen(sighting) or self._of_country(sighting, countries)
            if entry:
                self._accept(sighting, entry, replace(self._context(sighting), kind=""))

    def _listed(self, sighting: Sighting) -> Entry | None:
        if sighting.candidates[0].shape is not Shape.NAME:
            return None
        for neighbour in self._neighbours(sighting):
            near = [c for c in sighting.candidates if c.entry.type is neighbour.type and c.need < Need.HOME]
            if sighting.form not in _nouns() and (entry := self._best(near)):
                return entry
        return None

    def _neighbours(self, sighting: Sighting) -> list[Entry]:
        found = []
        for finding in self.found.values():
            between = self.text[finding.end : sighting.start] if finding.end <= sighting.start else self.text[sighting.end : finding.start]
            if 0 < len(between) < 8 and (between == ", " or between.strip() in _joiners()):
                found.append(finding.entry)
        return found

    def _chosen(self, sighting: Sighting) -> Entry | None:
        entry = self.chosen.get(sighting.form)
        context = self._context(sighting)
        if entry is None or context.titled or context.named:
            return None
        return entry if sighting.candidates[0].shape is Shape.NAME else None

    def _of_country(self, sighting: Sighting, countries: set[str | None]) -> Entry | None:
        context = self._context(sighting)
        if context.titled or context.named or sighting.form in _nouns():
            return None
        weak = [c for c in sighting.candidates if c.need is Need.EVIDENCE]
        entries = [c for c in weak if c.entry.country in countries and self._notable(c.entry)]
        return self._best(entries)

    def _notable(self, entry: Entry) -> bool:
        abroad = self.home is None or entry.country != self.home.country
        return abroad and (entry.type is not EntityType.CITY or entry.population >= _MEDIUM)


_ORDER = {EntityType.COUNTRY: 0, EntityType.CITY: 1, EntityType.REGION: 2}


def _joined(word: str, entry: Entry, kind: EntityType) -> Entry:
    """The district or region that a word and a town name together: "Landkreis Lörrach", "Region Stuttgart"."""
    name = f"{word} {entry.name}"
    return Entry(kind, name, name, country=entry.country, region=entry.region, part_of=entry.part_of)


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(read_words("ambiguous-places.yml")["nouns"])


@lru_cache(maxsize=1)
def _joiners() -> frozenset[str]:
    return frozenset(read_words("type-words.yml")["joiners"])
