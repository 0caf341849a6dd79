"""The data of the explorer page: releases and sentences once each, relations that point at them by number."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import networkx as nx

from relgraph.explore.lines import Line
from relgraph.explore.looks import LOOKS, OUTLINES
from relgraph.explore.words import labels, strings
from relgraph.network.statement import Source, Statement
from relgraph.vocabulary import ID, ONTOLOGY, SYMMETRIC, TOPIC

Item = dict[str, object]
Key = TypeVar("Key")


def local(iri: str) -> str:
    """What is left of an IRI of ours without its beginning; another one stays whole.

    >>> local("https://w3id.org/relgraph/id/country/JP")
    'country/JP'
    """
    return iri.removeprefix(ID)


class Numbers(dict[Key, int]):
    """Numbers things in the order in which they are first asked for."""

    def __missing__(self, key: Key) -> int:
        self[key] = len(self)
        return self[key]


def payload(graph: "nx.MultiDiGraph[str]", lines: Iterable[Line], nodes: Iterable[str]) -> Item:
    """Everything but nodes and lines themselves: relations, sentences, releases, topics, labels, strings.

    `nodes` in order give each node its number.
    """
    sources: Numbers[Source] = Numbers()
    sentences: Numbers[tuple[Source, str]] = Numbers()
    number = {name: index for index, name in enumerate(nodes)}
    relations = list(_relations(graph, lines, number, sentences))
    return {
        "relations": relations,
        "sentences": [[text, sources[source]] for source, text in sentences],
        "releases": [_release(source) for source in sources],
        "topics": graph.graph["topics"],
        "bases": {"id": ID, "topic": TOPIC, "ontology": ONTOLOGY},
        "labels": labels(),
        "looks": {kind: {"shape": look.shape, "hue": look.hue} for kind, look in LOOKS.items()},
        "outlines": OUTLINES,
        "symmetric": sorted(SYMMETRIC),
        "strings": strings("explorer"),
    }


def _relations(
    graph: "nx.MultiDiGraph[str]",
    lines: Iterable[Line],
    number: dict[str, int],
    sentences: Numbers[tuple[Source, str]],
) -> Iterator[Item]:
    for index, line in enumerate(lines):
        for subject, obj, kind in line.edges:
            edge = graph.edges[subject, obj, kind]
            statements = [_statement(held, number, sentences) for held in reversed(edge["statements"])]
            ends = {"line": index, "subject": number[subject], "object": number[obj], "type": kind}
            counts = {name: edge[name] for name in ("sentences", "releases", "first", "last")}
            kinds = {name: edge[name] for name in ("topics", "statuses", "bases")}
            regions = [number[region] for region in edge["regions"] if region in number]
            yield ends | counts | kinds | {"regions": regions, "statements": statements}


def _statement(held: Statement, number: dict[str, int], sentences: Numbers[tuple[Source, str]]) -> Item:
    item: Item = {
        "relation": local(held.relation),
        "evidence": local(held.evidence or ""),
        "sentence": sentences[held.source, held.sentence],
        "status": held.status,
        "confidence": held.confidence,
        "rule": held.rule,
        "role": held.role,
        "amount": held.amount,
        "topics": held.topics,
        "document": number.get(held.document or ""),
        "event": number.get(held.event or ""),
        "date": held.date,
        "from": held.from_,
        "until": held.until,
        "basis": held.basis,
        "reviewer": held.reviewer,
        "reviewed_on": held.reviewed_on,
    }
    return {name: value for name, value in item.items() if value not in (None, (), "")}


def _release(source: Source) -> Item:
    url = source.url if source.url and source.url.startswith(("https://", "http://")) else None
    held: Item = {
        "iri": local(source.iri),
        "title": source.title,
        "date": source.date,
        "publisher": source.publisher,
        "url": url,
    }
    return {name: value for name, value in held.items() if value is not None}
