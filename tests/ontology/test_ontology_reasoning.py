"""A reasoner finds no contradiction, and infers from relations exactly the direct properties that the build writes."""

import owlrl
import pytest
from owlrl.OWLRLExtras import OWLRL_Extension
from rdflib import OWL, RDF, RDFS, Dataset, Graph, Literal, Namespace, URIRef

from handmade import GERMANY, JAPAN, KANAGAWA, KOREA, KYOTO, LAND, PAPER, VOGT, entity, extraction
from relgraph.graph.ontology import read_turtle
from relgraph.graph.quads import nquads
from relgraph.resources import folder
from relgraph.vocabulary import DIRECT_PROPERTIES, ONTOLOGY, RelationType

# rdflib warns of what its own readers do
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph)\b:DeprecationWarning")

RG = Namespace(ONTOLOGY)
DIRECT = {RG[name] for name in DIRECT_PROPERTIES.values()}
FAIR = entity("Event", "Robotiktag", "Robotiktag")
NETWORK = entity("InternationalOrganisation", "Vier Motoren", "Vier Motoren")
OTHER = entity("Document", "Südstrategie", "Südstrategie")
ENDS = dict.fromkeys(RelationType, (LAND, JAPAN)) | {
    RelationType.PARTICIPATION: (LAND, FAIR),
    RelationType.HOSTING: (LAND, FAIR),
    RelationType.RESPONSIBILITY: (LAND, PAPER),
    RelationType.STRENGTH: (JAPAN, None),
    RelationType.INTEREST: (LAND, None),
    RelationType.MEMBERSHIP: (LAND, NETWORK),
    RelationType.AFFILIATION: (VOGT, LAND),
    RelationType.FRAMEWORK: (PAPER, OTHER),
}
ERRORS = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


TOPICS = {"topics": ("robotics", "culture")}
BARE = (RelationType.RESPONSIBILITY, RelationType.CONCERN)
"""Types that may have an object or do without."""


def told():
    """Every type as active; of one that has an object, one that has none, and one that may do without, every status."""
    active = [(kind, *ends, f"{kind}.", TOPICS) for kind, ends in ENDS.items()]
    active += [(kind, KANAGAWA, None, f"{kind} ohne.", {"topics": ("hydrogen",)}) for kind in BARE]
    yield extraction("r-alle", "2024-05-01", "Land", active)
    for status, topic in (("planned", "photonics"), ("concluded", "biotechnology"), ("ended", "semiconductors")):
        relations = [
            (RelationType.PARTNERSHIP, KANAGAWA, partner, f"{status} Partner.", {"status": status})
            for partner in ([KYOTO] if status == "concluded" else [KOREA])
        ]
        relations += [
            (kind, KANAGAWA, None, f"{kind} {status}.", {"status": status, "topics": (topic,)})
            for kind in (RelationType.STRENGTH, RelationType.CONCERN)
        ]
        yield extraction(f"r-{status}", "2024-05-01", "Land", relations, known=(GERMANY, JAPAN))


@pytest.fixture(scope="module")
def dataset():
    dataset = Dataset(default_union=True)
    dataset.parse(data="\n".join(nquads(list(told()))), format="nquads")
    return dataset


def joined(*parts):
    """One graph without texts, from which nothing follows."""
    graph = Graph(bind_namespaces="none")
    for part in parts:
        for subject, predicate, value in part:
            if predicate == OWL.hasSelf or not isinstance(value, Literal):
                graph.add((subject, predicate, value))
    return graph


@pytest.fixture(scope="module")
def premises(dataset):
    """Ontology, derivation, and a graph without its direct properties."""
    data = {(subject, predicate, value) for subject, predicate, value, _ in dataset.quads()}
    closing = dataset.query((folder("ontology") / "closing.rq").read_text(encoding="utf-8")).graph
    files = [read_turtle(folder("ontology") / name) for name in ("relgraph.ttl", "derivation.ttl")]
    return joined({triple for triple in data if triple[1] not in DIRECT}, closing, *files)


@pytest.fixture(scope="module")
def closure(premises):
    closure = joined(premises)
    owlrl.DeductiveClosure(OWLRL_Extension).expand(closure)
    return closure


def test_every_direct_property_is_inferred_and_no_other(dataset, closure):
    built = {quad[:3] for quad in dataset.quads() if quad[1] in DIRECT}
    assert {predicate for _, predicate, _ in built} == DIRECT
    assert {triple for triple in closure if triple[1] in DIRECT} == built


def test_there_is_no_contradiction(closure):
    assert not list(closure.subjects(RDF.type, ERRORS))
    assert not list(closure.subjects(RDF.type, OWL.Nothing))


def test_everything_is_what_the_terms_of_others_say(closure):
    """The mappings to others' terms reach the data."""
    assert (URIRef(LAND.id), RDF.type, URIRef("http://schema.org/AdministrativeArea")) in closure
    assert (URIRef(LAND.id), URIRef("http://www.w3.org/ns/org#memberOf"), URIRef(NETWORK.id)) in closure
    tie = next(closure.subjects(RDF.type, RG.Tie))
    assert set(closure.objects(tie, URIRef("http://www.w3.org/ns/prov#wasDerivedFrom"))) == set(
        closure.objects(tie, RG.sums)
    )


def test_a_contradiction_is_found():
    """What the two tests above would miss if the reasoner did nothing."""
    ontology = read_turtle(folder("ontology") / "relgraph.ttl")
    wrong = Graph()
    for kind in (RG.Country, RG.Person):
        wrong.add((URIRef("a:both"), RDF.type, kind))
    hierarchy = [triple for triple in ontology if triple[1] in (RDFS.subClassOf, OWL.disjointWith)]
    closure = joined(wrong, hierarchy)
    owlrl.DeductiveClosure(OWLRL_Extension).expand(closure)
    assert list(closure.subjects(RDF.type, ERRORS))
