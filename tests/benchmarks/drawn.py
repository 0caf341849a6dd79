"""The network of synthetic releases as `network.projection` gives it, without a store; and a core of it."""

from collections import defaultdict

import networkx as nx
from synthetic import Synthetic

from relgraph import iris
from relgraph.explore.lines import lines_of, weights
from relgraph.names.topics import topic_index
from relgraph.network.nodes import TOPIC_TYPE
from relgraph.network.projection import summary
from relgraph.network.statement import Source, Statement
from relgraph.vocabulary import SYMMETRIC


def network(releases):
    """Network of so many synthetic releases."""
    known, edges = {}, defaultdict(list)
    for extraction in Synthetic(releases):
        known |= {entity.id: entity for entity in extraction.entities}
        for subject, obj, kind, statement in stated(extraction):
            edges[subject, obj, kind].append(statement)
    graph = nx.MultiDiGraph(topics=topics(edges), within={one: chain for one in known if (chain := around(one, known))})
    for name, one in sorted(known.items()):
        label = {"label": one.name, "label_en": one.name_en, "type": one.type.value}
        graph.add_node(name, **label, code=one.code, part_of=one.part_of, same_as=None)
    for topic, label in graph.graph["topics"].items():
        own = {"label": label["de"], "label_en": label["en"], "type": TOPIC_TYPE}
        graph.add_node(iris.topic(topic), **own, code=None, part_of=None, same_as=None)
    for (subject, obj, kind), held in sorted(edges.items()):
        graph.add_edge(subject, obj, key=kind, **summary(kind, held))
    return graph


def stated(extraction):
    """Ends, type and statement of every relation of a release."""
    release = extraction.release
    region = next((entity.id for entity in extraction.entities if entity.name == release.region), None)
    own = (release.title, release.date, release.publisher, release.url, region)
    source = Source(iris.release(release.id), *own)
    for one in extraction.relations:
        statement = Statement(
            one.id, one.evidence.text, source, one.status.value, one.confidence, one.rule, one.role, one.amount,
            tuple(one.topics), one.document, one.event, one.date,
            evidence=iris.evidence(release.id, one.evidence.start, one.evidence.end),
        )  # fmt: skip
        for obj in [one.object] if one.object else map(iris.topic, one.topics):
            ends = sorted((one.subject, obj)) if one.object and one.type in SYMMETRIC else (one.subject, obj)
            yield *ends, one.type.value, statement


def around(name, known):
    """Territories around an entity."""
    chain, whole = [], known[name].part_of
    while whole in known and whole not in chain:
        chain.append(whole)
        whole = known[whole].part_of
    return tuple(sorted(chain))


def topics(edges):
    """Labels of all topics in use."""
    used = sorted({topic for held in edges.values() for one in held for topic in one.topics})
    return {topic: {"de": topic_index().label(topic, "de"), "en": topic_index().label(topic, "en")} for topic in used}


def core(graph, nodes, wanted):
    """So many nodes of most evidence with the strongest lines between them, and those that hold all together."""
    held = lines_of(graph)
    weight = weights(held)
    kept = set(sorted(weight, key=lambda name: (-weight[name], name))[:nodes])
    among = [line for line in held if set(line.ends) <= kept and line.ends[0] != line.ends[1]]
    whole = nx.Graph(line.ends for line in among)
    tree = {frozenset(edge) for edge in nx.minimum_spanning_edges(whole, data=False)}
    among.sort(key=lambda line: frozenset(line.ends) not in tree)
    part = nx.MultiDiGraph(**graph.graph)
    part.add_nodes_from((name, graph.nodes[name]) for name in sorted(whole))
    for line in among[:wanted]:
        part.add_edges_from((*edge, graph.edges[edge]) for edge in line.edges)
    return part
