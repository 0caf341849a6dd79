import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from relgraph.errors import DataError
from relgraph.graph import ontology
from relgraph.graph.ontology import ontology_graph, ontology_nquads, read_turtle
from relgraph.store.embedded import memory_store


def test_the_lines_say_what_the_files_say():
    lines = ontology_nquads()
    assert lines == sorted(set(lines))
    assert isomorphic(Graph().parse(data="\n".join(lines), format="nt"), ontology_graph())


def test_the_store_gives_back_every_line():
    with memory_store(ontology_nquads()) as store:
        assert list(store.dump()) == ontology_nquads()


@pytest.mark.parametrize("content", [b"this is no Turtle", b'<a:s> <a:p> "\xff" .'])
def test_a_file_that_is_no_turtle_is_named(tmp_path, content):
    path = tmp_path / "broken.ttl"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"broken\.ttl: no Turtle"):
        read_turtle(path)
    with pytest.raises(DataError, match=r"missing\.ttl"):
        read_turtle(tmp_path / "missing.ttl")


def test_a_blank_node_is_refused(monkeypatch):
    blank = Graph().parse(data="<a:s> <a:p> [ <a:q> 1 ] .", format="turtle")
    monkeypatch.setattr(ontology, "ontology_graph", lambda: blank)
    monkeypatch.setattr(ontology, "_lines", ontology._lines.__wrapped__)
    with pytest.raises(DataError, match="blank node"):
        ontology_nquads()
