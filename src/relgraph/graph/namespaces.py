"""The namespaces of `vocabulary.PREFIXES`, ready to mint terms from."""

from rdflib import Namespace

from relgraph.vocabulary import PREFIXES

RG = Namespace(PREFIXES["rg"])
DCTERMS = Namespace(PREFIXES["dcterms"])
OA = Namespace(PREFIXES["oa"])
OWL = Namespace(PREFIXES["owl"])
PROV = Namespace(PREFIXES["prov"])
RDF = Namespace(PREFIXES["rdf"])
RDFS = Namespace(PREFIXES["rdfs"])
SCHEMA = Namespace(PREFIXES["schema"])
