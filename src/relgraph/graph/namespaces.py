"""The namespaces of `vocabulary.PREFIXES`, ready to mint terms from."""

from rdflib import Namespace, URIRef

from relgraph.vocabulary import PREFIXES


class _Minting(Namespace):
    """Mints each term once: a graph names its few terms millions of times."""

    def __getattr__(self, name: str) -> URIRef:
        self.__dict__[name] = term = super().__getattr__(name)
        return term

    def __getitem__(self, key: str) -> URIRef:  # type: ignore[override]  # as of Namespace, not of text
        return self.__dict__.get(key) or self.__getattr__(key)


RG = _Minting(PREFIXES["rg"])
DCTERMS = _Minting(PREFIXES["dcterms"])
OA = _Minting(PREFIXES["oa"])
OWL = _Minting(PREFIXES["owl"])
PROV = _Minting(PREFIXES["prov"])
RDF = _Minting(PREFIXES["rdf"])
RDFS = _Minting(PREFIXES["rdfs"])
SCHEMA = _Minting(PREFIXES["schema"])
