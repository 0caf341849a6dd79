import pytest

from relgraph import iris
from relgraph.errors import DataError
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store


def test_lines_are_sorted_unique_and_the_same_whatever_the_order(extractions, lines):
    assert lines == sorted(set(lines))
    assert nquads(reversed(extractions)) == lines


def test_the_store_gives_back_every_line(lines):
    with memory_store(lines) as store:
        assert list(store.dump()) == lines


def test_a_retracted_release_takes_its_graph_along_and_nothing_else_of_the_other(extractions, lines):
    gone, stays = (f"<{iris.release(extraction.release.id)}> ." for extraction in extractions)
    left = nquads(extractions[1:])
    assert [line for line in left if line.endswith(stays)] == [line for line in lines if line.endswith(stays)]
    assert not [line for line in left if gone in line]


def test_the_region_of_a_release_is_found_among_all_entities(extractions, lines):
    bare = extractions[1].model_copy(update={"entities": (), "relations": ()})
    region = f"<{iris.release(bare.release.id)}> <https://w3id.org/relgraph/ontology#region>"
    assert not [line for line in nquads([bare]) if line.startswith(region)]
    assert [line for line in nquads([extractions[0], bare]) if line.startswith(region)]


def test_no_extraction_makes_no_graph():
    assert nquads([]) == []


def test_an_entity_that_is_no_iri_is_refused(extractions):
    entity = extractions[0].entities[0].model_copy(update={"id": "Baden-Württemberg> <a:b"})
    with pytest.raises(DataError, match="is no IRI"):
        nquads([extractions[0].model_copy(update={"entities": (entity,), "relations": ()})])


def test_two_releases_or_relations_under_one_iri_are_refused(extractions):
    with pytest.raises(DataError, match="stands for 2"):
        nquads([extractions[0], extractions[0]])
    relation = extractions[0].relations[0]
    twins = (relation, relation.model_copy(update={"confidence": 0.1}))
    with pytest.raises(DataError, match="stands for 2"):
        nquads([extractions[0].model_copy(update={"relations": twins})])
