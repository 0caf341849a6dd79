import networkx as nx

from relgraph.network.groups import groups

TWO = nx.MultiDiGraph()
for GROUP, SIZE in (("a", 5), ("b", 4)):
    for ONE in range(SIZE):
        for OTHER in range(ONE):
            TWO.add_edge(f"{GROUP}{ONE}", f"{GROUP}{OTHER}", key="meeting", sentences=3 if ONE == SIZE - 1 else 1)
TWO.add_edge("a0", "b0", key="visit", sentences=2)


def test_communities_tell_their_members_and_who_is_chief():
    first, second = groups(TWO)
    assert set(first.members) == {f"a{number}" for number in range(5)}
    assert set(second.members) == {f"b{number}" for number in range(4)}
    assert first.chiefs[0] == "a4"
    assert second.chiefs[0] == "b3"


def test_sentences_inside_and_to_the_outside_are_counted():
    first, second = groups(TWO)
    assert (first.inside, first.outside) == (4 * 3 + 6, 2)
    assert (second.inside, second.outside) == (3 * 3 + 3, 2)


def test_no_network_has_no_communities():
    assert groups(nx.MultiDiGraph()) == []
