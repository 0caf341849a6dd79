import pytest

from relgraph.errors import StoreError
from relgraph.store.embedded import open_embedded
from relgraph.store.graphs import data_alone, open_graphs
from relgraph.store.serialise import serialise
from written import write_store

RELEASE = "<https://w3id.org/relgraph/id/release/r1>"


def read(location):
    with open_graphs(str(location)) as graphs:
        return [(graph, list(lines)) for graph, lines in graphs if graph or lines]


def test_every_kind_of_place_gives_the_same_graphs(quads, serve, tmp_path):
    write_store(tmp_path / "build" / "store", quads)
    (tmp_path / "graph.nq").write_bytes(serialise(quads, "nq"))
    (tmp_path / "graph.trig").write_bytes(serialise(quads, "trig"))
    (tmp_path / "graph.jsonld").write_bytes(serialise(quads, "jsonld"))
    expected = [
        ("", [line for line in quads if RELEASE not in line]),
        (RELEASE, [quad for quad in quads if RELEASE in quad]),
    ]
    for place in ("build", "build/store", "graph.nq", "graph.trig", "graph.jsonld"):
        assert read(tmp_path / place) == expected
    with serve(quads) as address:
        assert read(address) == expected


def test_graphs_hold_all_that_a_store_does(built):
    with open_embedded(built / "store") as store:
        everything = list(store.dump())
    assert sorted(line for _, lines in read(built) for line in lines) == everything


def test_data_alone_is_what_a_build_exports(built):
    exported = [line for _, lines in read(built / "export" / "relgraph.nq") for line in lines]
    with open_graphs(str(built)) as graphs:
        assert [line for _, lines in data_alone(graphs) for line in lines] == exported


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("bad.nq", "<a:s> <a:p> .\n", "is malformed"),
        ("blank.nq", "_:b <http://a/p> <http://a/o> .\n", "blank node"),
        ("graph.ttl", "", "keeps graphs apart"),
        ("graph.txt", "", "keeps graphs apart"),
    ],
)
def test_a_bad_file_is_named(tmp_path, name, content, why):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=why) as caught:
        read(tmp_path / name)
    assert name in str(caught.value)


def test_no_place_and_a_foreign_folder_are_errors(tmp_path):
    for place in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(StoreError, match="no store"):
            read(place)
    with pytest.raises(StoreError, match="neither a folder"):
        read("ftp://example.org/graph")
