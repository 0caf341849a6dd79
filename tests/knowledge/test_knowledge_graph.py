"""Things and relations of a graph, the same whatever store they are read from."""

import csv
from datetime import date

import pytest

import relgraph
from relgraph.knowledge import releases as releases_module
from relgraph.vocabulary import TOPIC


@pytest.fixture(scope="module")
def read(releases):
    return list(relgraph.read_files(releases))


def plain(relation):
    """A relation of a graph as the reader gives it."""
    ends = {name: getattr(relation, name) for name in ("subject", "object", "document", "event")}
    fields = relation.model_dump(exclude={*ends, "topics", "release", "when"})
    topics = tuple(topic.id.removeprefix(TOPIC) for topic in relation.topics)
    return relgraph.Relation(**fields, **{name: end and end.id for name, end in ends.items()}, topics=topics)


def test_relations_are_those_that_were_read(graph, read):
    told = {relation.id: relation for one in read for relation in one.relations}
    found = list(graph.relations())
    assert {relation.id: plain(relation) for relation in found} == told
    assert [relation.id for relation in found] == [
        relation.id
        for one in sorted(read, key=lambda one: one.release.id)
        for relation in sorted(one.relations, key=lambda relation: (relation.evidence.start, relation.id))
    ]


def test_a_relation_opens_to_its_sentence(graph):
    for relation in graph.relations():
        text = relation.release.text
        assert text[relation.evidence.start : relation.evidence.end] == relation.evidence.text


def test_releases_are_those_that_were_read(graph, read):
    assert list(graph.releases()) == sorted((one.release for one in read), key=lambda release: release.id)
    assert graph.release("bw-2024-02-01-halbleiter") == graph.release("Reise nach Südkorea")


def test_few_are_held_at_a_time(graph, monkeypatch):
    whole = list(graph.relations())
    monkeypatch.setattr(releases_module, "PAGE", 1)
    assert list(graph.relations()) == whole


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"type": "strength"}, {("Japan", None), ("Südkorea", None)}),
        ({"type": "Technologische Stärke", "topic": "Schlüsseltechnologien"}, {("Japan", None), ("Südkorea", None)}),
        ({"topic": "robotics"}, {("Japan", None)}),
        ({"subject": "Kanagawa"}, {("Baden-Württemberg", "Kanagawa")}),
        ({"subject": "JP-14", "object": "DE-BW"}, {("Baden-Württemberg", "Kanagawa")}),
        ({"subject": "Südkorea", "object": "Winfried Kretschmann"}, set()),
        ({"subject": "Winfried Kretschmann", "object": "Südkorea"}, {("Winfried Kretschmann", "Südkorea")}),
        ({"status": "ended"}, set()),
        ({"until": "1989"}, {("Baden-Württemberg", "Kanagawa")}),
        ({"since": "2024", "type": "visit"}, {("Winfried Kretschmann", "Südkorea")}),
        ({"since": date(2024, 2, 2)}, set()),
        ({"release": "Gespräche über Robotik", "type": "strength"}, {("Japan", None)}),
        ({"entity": "Japan", "type": "cooperation"}, {("Baden-Württemberg", "Japan")}),
    ],
)
def test_conditions_choose(graph, wanted, found):
    ends = {(one.subject.name, one.object and one.object.name) for one in graph.relations(**wanted)}
    assert ends == found


def test_things_are_conditions_too(graph):
    japan, release = graph.entity("Japan"), graph.release("bw-2023-05-04-robotik")
    assert list(graph.relations(entity=japan)) == list(graph.relations(entity="JP"))
    assert list(graph.relations(topic=graph.topic("Robotik"))) == list(graph.relations(topic="Robotik"))
    assert {one.release for one in graph.relations(release=release)} == {release}


def test_confidence_may_be_asked_for(graph):
    sure = sorted(relation.confidence for relation in graph.relations())
    least = sure[len(sure) // 2]
    assert [one.confidence >= least for one in graph.relations(min_confidence=least)] == [
        True for one in sure if one >= least
    ]


def test_misses_suggest(graph):
    for call, near in [
        (lambda: graph.entity("Japn"), "Japan"),
        (lambda: graph.entities("Contry"), "Country"),
        (lambda: graph.topic("Robotk"), "Robotik"),
        (lambda: graph.relations(type="Partnerschft"), "Partnerschaft"),
        (lambda: graph.release("Reise nach Südkorae"), "Reise nach Südkorea"),
    ]:
        with pytest.raises(relgraph.UnknownName) as miss:
            call()
        assert near in miss.value.suggestions
    with pytest.raises(relgraph.UnknownName, match="entity of the graph"):
        graph.entity("Neuseeland")  # which the gazetteer knows
    with pytest.raises(relgraph.QueryError, match="is no date"):
        graph.relations(since="gestern")


def test_entities_by_class(graph, read):
    japan = graph.entity("Japan")
    assert (japan.type, japan.code, japan.name_en) == (relgraph.EntityType.COUNTRY, "JP", "Japan")
    assert [entity.name for entity in graph.entities("person")] == ["Winfried Kretschmann"]
    assert {entity.code for entity in graph.entities("Territory")} >= {"JP", "KR", "JP-14", "DE-BW"}
    everything = list(graph.entities())
    assert {one.id for one in everything} >= {entity.id for one in read for entity in one.entities}
    assert len(everything) == graph.counts.entities == sum(graph.counts.entities_by_type.values())


def test_topics_have_names_and_places(graph):
    robotics = graph.topic("robotics")
    assert (robotics.name, robotics.name_en) == ("Robotik", "Robotics")
    assert robotics.broader == (TOPIC + "key-technologies",)
    assert robotics in graph.topics()


def test_counts_are_those_of_the_report(graph, built):
    report = relgraph.Report.model_validate_json((built / "report.json").read_text(encoding="utf-8"))
    assert graph.counts.relations_by_type == report.relations_by_type
    told = (report.releases, report.relations, report.evidence)
    assert (graph.counts.releases, graph.counts.relations, graph.counts.sentences) == told


def test_the_table_is_the_table_of_relations(graph, built):
    table = graph.table()
    with (built / "export" / "relations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert table.columns == tuple(rows[0])
    assert {type(row["confidence"]) for row in table} == {float}
    assert {type(row["release_date"]) for row in table} == {date}
    written = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in table]
    for mine, row in zip(written, rows, strict=True):
        assert mine | {"confidence": float(mine["confidence"])} == row | {"confidence": float(row["confidence"])}


def test_a_table_of_some(graph):
    assert [row["subject_label"] for row in graph.table(graph.relations(topic="Robotik"))] == ["Japan"]


def test_rdflib_has_what_the_export_has(graph, built):
    dataset = graph.to_rdflib()
    nquads = (built / "export" / "relgraph.nq").read_text(encoding="utf-8").splitlines()
    assert sorted(graph.nquads()) == nquads
    assert len(dataset) == len(nquads)
    named = {str(one.identifier) for one in dataset.graphs()} - {"urn:x-rdflib:default"}
    assert named == {f"https://w3id.org/relgraph/id/release/{release.id}" for release in graph.releases()}


def test_networkx_has_the_relations(graph):
    network = graph.to_networkx()
    japan, bw = graph.entity("Japan").id, graph.entity("DE-BW").id
    assert network.has_edge(japan, bw, "cooperation")


def test_exports_are_those_of_the_build(graph, built):
    assert graph.export("ttl") == (built / "export" / "relgraph.ttl").read_bytes()
    with pytest.raises(relgraph.StoreError, match="no format"):
        graph.export("docx")


def test_a_server_tells_the_same(graph, serve, built):
    lines = (built / "export" / "relgraph.nq").read_text(encoding="utf-8").splitlines()
    with serve(lines) as address, relgraph.open_graph(address) as remote:
        assert list(remote.relations()) == [named_by_id(relation) for relation in graph.relations()]
        assert list(remote.relations(subject="JP-14", since="1989", min_confidence=0.1))
        assert list(remote.entities()) == list(graph.entities())
        assert list(remote.nquads()) == sorted(graph.nquads())
        assert remote.counts == graph.counts


def named_by_id(relation):
    """A relation as a store without the ontology has it, which knows no names of topics."""
    topics = tuple(relgraph.Topic(id=one.id, name=one.id.removeprefix(TOPIC)) for one in relation.topics)
    return relation.model_copy(update={"topics": topics})


def test_a_graph_of_what_was_read_needs_no_folder(graph, read):
    with relgraph.graph_of(read) as held:
        assert list(held.relations()) == list(graph.relations())
        assert repr(held) == "<KnowledgeGraph memory>"
    with pytest.raises(relgraph.StoreError, match="closed"):
        held.counts  # noqa: B018 - it raises
    with pytest.raises(relgraph.DataError):
        relgraph.graph_of([read[0], read[0]])


def test_a_folder_of_a_build_or_a_store_opens(built, tmp_path):
    for location in (built, str(built), built / "store"):
        with relgraph.open_graph(location) as opened:
            assert opened.location == str(built / "store")
    with pytest.raises(relgraph.StoreError, match="no store here"):
        relgraph.open_graph(tmp_path / "nothing")


def test_what_is_no_relation_of_ours_is_an_error_of_the_store():
    from relgraph.knowledge.graph import KnowledgeGraph
    from relgraph.store.embedded import memory_store

    rg, graph = "https://w3id.org/relgraph/ontology#", "<https://example.org/g>"
    a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    foreign = [f"<https://example.org/r> {a} <{rg}Relation> {graph} .", f"{graph} {a} <{rg}Release> {graph} ."]
    with KnowledgeGraph(memory_store(foreign)) as opened:
        for call in (opened.relations, opened.releases):
            with pytest.raises(relgraph.StoreError, match="is no release"):
                list(call())
