"""What the page of a release tells: its text with sentences and names marked, and the relations beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Origin, Thing
from relgraph.brief.reading import origins
from relgraph.explore.originals import original
from relgraph.explore.spans import Span, Stretch, stretches
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES
from relgraph.web.things import selects
from relgraph.web.things.names import things
from relgraph.web.things.statements import Statement, anchor, statements

_BODY = PREFIXES["schema"] + "articleBody"
_MENTIONS = PREFIXES["schema"] + "mentions"
_IDENTIFIER = PREFIXES["dcterms"] + "identifier"
_PLACE = re.compile(r"/(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """All that the page of a release tells; sentences count from 0, statements from 1, in the order of the text."""

    iri: str
    identifier: str
    origin: Origin
    region: str | None
    original: str | None
    stretches: tuple[Stretch[str], ...]
    """The text in pieces; what is marked in them are IRIs of entities."""
    anchors: tuple[str, ...]
    """Anchor of each sentence."""
    numbered: tuple[tuple[int, int | None, Statement], ...]
    """Number, number of the sentence in the text where it stands there, statement."""
    mentions: tuple[str, ...]
    things: Mapping[str, Thing]

    @property
    def places(self) -> dict[int, str]:
        """Anchor of each statement, by its number."""
        return {number: f"r{number}" for number, _, _ in self.numbered}

    def numbers_of(self, sentence: int) -> list[int]:
        """Numbers of the statements of a sentence."""
        return [number for number, place, _ in self.numbered if place == sentence]


def release_page(store: Store, iri: str) -> ReleasePage:
    """The page of a release."""
    held: dict[str, list[str]] = {}
    for row in batched(store, selects.RELEASE, [iri]):
        held.setdefault(value(row, "property"), []).append(value(row, "value"))
    text = next(iter(held.get(_BODY, ())), "")
    stated = sorted(_stated(store, iri), key=lambda one: (_span(one, text) or (len(text), 0), one.fact.relation))
    spans = list(dict.fromkeys(span for one in stated if (span := _span(one, text))))
    place = {span: number for number, span in enumerate(spans)}
    mentions = tuple(sorted(held.get(_MENTIONS, ())))
    region = next(iter(held.get(ONTOLOGY + "region", ())), None)
    named = {*mentions, *filter(None, [region]), *(one for statement in stated for one in statement.named)}
    known = things(store, named)
    origin = origins(store, [iri])[iri]
    return ReleasePage(
        iri=iri,
        identifier=next(iter(held.get(_IDENTIFIER, ())), iri.rpartition("/")[2]),
        origin=origin,
        region=region,
        original=original(origin.url),
        stretches=tuple(stretches(text, spans, mentioned(text, (known[one] for one in mentions)))) if text else (),
        anchors=tuple(f"s-{start}-{end}" for start, end in spans),
        numbered=tuple(
            (number, place.get(span) if (span := _span(one, text)) else None, one)
            for number, one in enumerate(stated, start=1)
        ),
        mentions=mentions,
        things=known,
    )


def mentioned(text: str, entities: Iterable[Thing]) -> Iterator[tuple[int, int, str]]:
    """Where a text has names of entities as the graph has them, whole words with a genitive's s; the longest wins.

    >>> jp = Thing("jp", {"de": "Japan"}, "Country")
    >>> list(mentioned("Japans Japaner in Japan", [jp]))
    [(0, 6, 'jp'), (18, 23, 'jp')]
    """
    names: dict[str, str] = {}
    for entity in entities:
        for name in entity.names.values():
            if name.strip() and names.setdefault(name, entity.iri) != entity.iri:
                names[name] = ""  # two have the name: the text does not say which
    if not names:
        return
    longest = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})s?(?!\w)")
    for found in pattern.finditer(text):
        if iri := names[found[1]]:
            yield found.start(), found.end(), iri


def _stated(store: Store, iri: str) -> list[Statement]:
    return statements(store, {value(row, "relation") for row in batched(store, selects.STATED, [iri])})


def _span(statement: Statement, text: str) -> Span | None:
    """Where the sentence stands, if it stands where its evidence says."""
    found = _PLACE.search(statement.fact.evidence, statement.fact.evidence.rindex("/"))
    if found is None:
        return None
    start, end = int(found[1]), int(found[2])
    return (start, end) if text[start:end] == statement.sentence and start < end else None


def release_of(store: Store, evidence: str) -> tuple[str, str] | None:
    """The release that a sentence stands in, and its anchor there."""
    rows = batched(store, selects.SAME_SENTENCE, [evidence])
    found = statements(store, [value(row, "relation") for row in rows][:1])
    return (found[0].fact.origin.iri, anchor(evidence)) if found else None
