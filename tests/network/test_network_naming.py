import pytest

from relgraph.errors import UnknownName
from relgraph.network.naming import find_node

JAPAN = "https://w3id.org/relgraph/id/country/JP"


@pytest.mark.parametrize("name", [JAPAN, "Japan", "japan", " JAPAN ", "JP", "jp"])
def test_a_node_is_found_by_iri_label_and_code(graph, name):
    assert find_node(graph, name) == JAPAN


def test_a_name_that_misses_suggests_labels(graph):
    with pytest.raises(UnknownName, match="Kanagawa") as caught:
        find_node(graph, "Kanagava")
    assert caught.value.suggestions == ("Kanagawa",)


def test_of_two_nodes_with_one_label_the_better_connected_is_meant(graph):
    both = graph.copy()
    both.add_node("https://example.org/a", label="Baden-Württemberg", label_en=None, code=None)
    assert find_node(both, "Baden-Württemberg") == "https://w3id.org/relgraph/id/region/DE-BW"
