"""A store's statements as lines, and as graphs of rdflib, which is read in only where one is made."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.graph.ontology import is_ontology
from relgraph.store.embedded import EmbeddedStore
from relgraph.store.graphs import statements
from relgraph.store.protocol import Store
from relgraph.store.terms import Blank, Iri, Term
from relgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib


def data_lines(store: Store) -> Iterator[str]:
    """Lines of N-Quads without those of the ontology."""
    if isinstance(store, EmbeddedStore):
        lines: Iterable[str] = (line for _, own in store.graphs() for line in own)
    else:
        lines = store.dump()
    return (line for line in lines if not is_ontology(line))


def dataset_of(nquads: Iterable[str]) -> "rdflib.Dataset":
    """A dataset of rdflib with the prefixes of relgraph.

    Made term by term: rdflib's own reader of N-Quads takes twice as long, and warns of itself.
    """
    import rdflib

    dataset = rdflib.Dataset()
    _bind(dataset)
    terms = _Terms()
    graphs: dict[Term, rdflib.Graph] = {}
    for subject, predicate, obj, name in statements(nquads):
        if name is None:
            graph: rdflib.Graph = dataset.default_graph
        elif name in graphs:
            graph = graphs[name]
        else:
            graph = graphs[name] = dataset.graph(str(name))
        graph.add((terms[subject], terms[predicate], terms[obj]))
    return dataset


def graph_of_lines(ntriples: Iterable[str]) -> "rdflib.Graph":
    """A graph of rdflib with the prefixes of relgraph."""
    import rdflib

    graph = rdflib.Graph()
    _bind(graph)
    terms = _Terms()
    for subject, predicate, obj, _ in statements(ntriples):
        graph.add((terms[subject], terms[predicate], terms[obj]))
    return graph


class _Terms(dict[Term, "rdflib.term.Node"]):
    """Terms of rdflib by ours; IRIs, of which most come often, are made once."""

    def __missing__(self, term: Term) -> "rdflib.term.Node":
        import rdflib

        if isinstance(term, Iri):
            self[term] = rdflib.URIRef(term.value)
            return self[term]
        if isinstance(term, Blank):
            return rdflib.BNode(term.value)
        # Not normalised: the lexical form is what the store holds
        return rdflib.Literal(term.value, lang=term.language, datatype=term.datatype, normalize=False)


def _bind(graph: "rdflib.Graph") -> None:
    for name, iri in PREFIXES.items():
        graph.bind(name, iri)
