"""The data of the explorer page, second block: releases and sentences once each, and what each relation rests on."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import networkx as nx

from relgraph.explore.columns import table
from relgraph.explore.lines import Line
from relgraph.explore.payload import Item, Row, edges, short
from relgraph.network.statement import Source, Statement

Key = TypeVar("Key")


class Numbers(dict[Key, int]):
    """Numbers things in the order in which they are first asked for."""

    def __missing__(self, key: Key) -> int:
        self[key] = len(self)
        return self[key]


def evidence(graph: "nx.MultiDiGraph[str]", lines: Iterable[Line], nodes: Iterable[str]) -> Item:
    """Tables of releases, sentences and statements; these have the number of their relation in `payload.part`.

    `nodes` in order give each node its number; the statements of a relation begin with the latest release.
    """
    sources: dict[str, Source] = {}
    sentences: Numbers[tuple[str, str]] = Numbers()
    number = {name: index for index, name in enumerate(nodes)}
    statements = [
        _statement(held, relation, edge[0], number, sentences, sources)
        for relation, (_, edge) in enumerate(edges(lines))
        for held in reversed(graph.edges[edge]["statements"])
    ]
    order = {iri: index for index, iri in enumerate(sources)}
    return {
        "statements": table(statements),
        "sentences": table([{"text": text, "release": order[release]} for release, text in sentences]),
        "releases": table([_release(source) for source in sources.values()]),
    }


def _statement(
    held: Statement, relation: int, subject: str, number: Mapping[str, int], sentences: Numbers[tuple[str, str]],
    sources: dict[str, Source],
) -> Row:  # fmt: skip
    sources.setdefault(held.source.iri, held.source)
    return {
        "relation": relation,
        "iri": short(held.relation),
        "turned": True if held.subject not in (None, subject) else None,
        "evidence": short(held.evidence) if held.evidence else None,
        "sentence": sentences[held.source.iri, held.sentence],
        "status": held.status,
        "confidence": held.confidence,
        "basis": held.basis,
        "rule": held.rule,
        "role": held.role,
        "amount": held.amount,
        "topics": held.topics or None,
        "document": number.get(held.document or ""),
        "event": number.get(held.event or ""),
        "date": held.date,
        "from": held.from_,
        "until": held.until,
        "reviewer": held.reviewer,
        "reviewed_on": held.reviewed_on,
    }


def _release(source: Source) -> Row:
    url = source.url if source.url and source.url.startswith(("https://", "http://")) else None
    return {
        "iri": short(source.iri), "title": source.title, "date": source.date, "publisher": source.publisher, "url": url,
        "language": source.language if source.language != "de" else None,
    }  # fmt: skip
