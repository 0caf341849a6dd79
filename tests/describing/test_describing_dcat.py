"""DCAT-AP.de: what must and should be there, and that it says of each file what the file is."""

from hashlib import sha256
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, SH

from handmade import JAPAN, LAND, extraction
from relgraph.describing.dataset import about
from relgraph.describing.dcat import dcat_quads
from relgraph.describing.figures import figures
from relgraph.describing.files import File, Kind
from relgraph.describing.prov import prov_quads
from relgraph.describing.terms import DESCRIBING, lines
from relgraph.describing.void import Places
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store, open_embedded
from relgraph.vocabulary import PREFIXES, Basis

SHAPES = Graph().parse(Path(__file__).with_name("dcat-shapes.ttl"))
DCAT, DCATDE, SPDX = (Namespace(DESCRIBING[name]) for name in ("dcat", "dcatde", "spdx"))
BASE = "https://example.org/data/"
CONTENT = {"a.nq": b"<a:b> <a:c> <a:d> .\n", "ontology/o.ttl": b"", "notes.txt": b"x"}
KINDS = {
    "a.nq": Kind("a.nq", "application/n-quads", "RDF_N_QUADS", "graph", "Daten", "data"),
    "ontology/o.ttl": Kind("o", "text/turtle", "RDF_TURTLE", "ontology", "Ontologie", "ontology"),
    "notes.txt": Kind("n", "text/plain", "TXT", None, "Notizen", "notes"),
}
FILES = [File(name, KINDS[name], len(data), sha256(data).hexdigest()) for name, data in CONTENT.items()]
FULL = """
contact: {email: daten@example.org}
page: https://example.org/daten
contributor: beispiel
issued: 2026-11-27
modified: 2026-11-28
availability: STABLE
licence: dl-by-de/2.0
attribution: Das Ministerium
publisher: {name: Ministerium, type: RegionalAuthority}
"""


@pytest.fixture(scope="module")
def counted(built):
    with open_embedded(built / "store") as store:
        return figures(store)


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    path = tmp_path_factory.mktemp("said") / "about.yml"
    path.write_text(FULL, encoding="utf-8")
    return about(path)


def entry(counted, said, sparql=None):
    places = Places(f"{BASE}void.ttl", sparql=sparql)
    graph = Graph()
    graph.parse(data="\n".join(lines(dcat_quads(counted, places, BASE, f"{BASE}dcat.ttl", said, FILES))), format="nt")
    return graph


def breaches(graph):
    _, report, _ = validate(graph, shacl_graph=SHAPES, inference="none", allow_warnings=True)
    return {
        (str(report.value(result, SH.sourceShape)).rpartition("#")[2], report.value(result, SH.resultSeverity))
        for result in report.objects(None, SH.result)
    }


def test_nothing_is_missing_where_everything_is_told(counted, full):
    assert not breaches(entry(counted, full, "https://example.org/sparql"))


def test_only_what_nobody_told_is_missing_else(counted):
    assert breaches(entry(counted, about())) == {
        (name, SH.Warning) for name in ("available", "contacts", "days", "homepage")
    }


def test_the_shapes_find_what_is_missing(counted, full):
    """Without any one property of an entry that must or should be there, some shape is broken."""
    graph = entry(counted, full, "https://example.org/sparql")
    for subject, predicate in (
        (DCAT.Dataset, DCTERMS.publisher), (DCAT.Dataset, DCAT.theme), (DCAT.Distribution, DCTERMS.license),
        (DCAT.Distribution, DCAT.accessURL), (SPDX.Checksum, SPDX.checksumValue), (DCAT.Catalog, DCAT.dataset),
    ):  # fmt: skip
        less = Graph()
        less += (t for t in graph if not (t[1] == predicate and (t[0], RDF.type, subject) in graph))
        assert breaches(less), predicate


def test_each_file_of_a_data_set_is_a_distribution(counted, full):
    graph = entry(counted, full)
    told = {}
    for part in graph.subjects(RDF.type, DCAT.Distribution):
        checksum = graph.value(part, SPDX.checksum)
        told[str(graph.value(part, DCAT.downloadURL))] = (
            graph.value(part, DCAT.byteSize).toPython(),
            str(graph.value(checksum, SPDX.checksumValue)),
            str(next(graph.subjects(DCAT.distribution, part))),
        )
    assert told == {
        BASE + name: (len(CONTENT[name]), sha256(CONTENT[name]).hexdigest(), dataset)
        for name, dataset in (
            ("a.nq", f"{BASE}void.ttl#dataset"),
            ("ontology/o.ttl", "https://w3id.org/relgraph/ontology"),
        )
    }


def test_what_the_graph_tells_is_told(counted, full):
    graph = entry(counted, full)
    dataset = URIRef(f"{BASE}void.ttl#dataset")
    assert graph.value(dataset, DCTERMS.spatial) == URIRef("http://dcat-ap.de/def/politicalGeocoding/stateKey/08")
    assert str(graph.value(dataset, DCATDE.politicalGeocodingLevelURI)).endswith("/Level/state")
    time = graph.value(dataset, DCTERMS.temporal)
    assert str(graph.value(time, DCAT.startDate)) == "2023-05-04"
    assert str(graph.value(time, DCAT.endDate)) == "2024-02-01"
    assert (dataset, DCATDE.contributorID, URIRef("http://dcat-ap.de/def/contributors/beispiel")) in graph
    assert (None, DCATDE.licenseAttributionByText, Literal("Das Ministerium")) in graph


def test_prov_names_releases_program_reviewers_and_files():
    decided = {"basis": Basis.REVIEWED, "reviewer": "Eva <Muster>", "reviewed_on": "2026-11-27"}
    told = extraction("r-1", "2024-01-02", "Amt", [("visit", LAND, JAPAN, "Das Land reist nach Japan.", decided)])
    with memory_store(nquads([told])) as store:
        places = Places(f"{BASE}void.ttl")
        quads = prov_quads(store, figures(store), places, BASE, f"{BASE}prov.ttl", FILES)
        graph = Graph().parse(data="\n".join(lines(quads)), format="nt")
    release, dataset = URIRef("https://w3id.org/relgraph/id/release/r-1"), URIRef(f"{BASE}void.ttl#dataset")
    build = graph.value(dataset, PROV.wasGeneratedBy)
    assert (dataset, PROV.wasDerivedFrom, release) in graph
    assert (build, PROV.used, release) in graph
    assert graph.value(release, URIRef(PREFIXES["schema"] + "sha256")) == Literal(told.release.digest)
    assert (graph.value(build, PROV.wasAssociatedWith), RDF.type, PROV.SoftwareAgent) in graph
    reviewer = graph.value(graph.value(build, PROV.wasInformedBy), PROV.wasAssociatedWith)
    assert str(graph.value(reviewer, URIRef(PREFIXES["foaf"] + "name"))) == "Eva <Muster>"
    publish = {graph.value(URIRef(BASE + name), PROV.wasGeneratedBy) for name in CONTENT}
    assert len(publish) == 1
    assert (publish.pop(), PROV.wasInformedBy, build) in graph
    assert not list(graph.objects(None, PROV.endedAtTime))
