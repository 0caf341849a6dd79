import math

import networkx as nx

from relgraph.explore.lines import lines_of, weights
from relgraph.explore.opening import Opening, opening
from relgraph.explore.rings import rings, size

FAR = {f"asia{n}": ("https://w3id.org/relgraph/id/world-region/142",) for n in range(6)}
NEAR = {f"europe{n}": ("https://w3id.org/relgraph/id/world-region/150",) for n in range(6)}


def graph_of(names):
    graph = nx.MultiDiGraph(within=FAR | NEAR)
    for name in names:
        graph.add_node(name, label=name, label_en=None, type="Country", code=None, part_of=None)
    return graph


def placed(shown):
    return rings(graph_of(shown), shown, dict.fromkeys(shown, 3))


def angle(place):
    """Clockwise from the left, as rings are filled."""
    return (math.atan2(place[1], place[0]) - math.pi) % (2 * math.pi)


def test_all_have_a_place_in_whole_pixels_and_the_centre_stands_in_the_middle(graph):
    lines = lines_of(graph)
    shown = opening(graph, lines)
    places = rings(graph, shown, weights(lines))
    assert list(places) == list(shown)
    assert all(isinstance(axis, int) for place in places.values() for axis in place)
    assert places[shown.centres[0]] == (0, 0)


def test_no_sign_stands_on_another_or_on_the_name_below_another(graph):
    lines = lines_of(graph)
    weight = weights(lines)
    places = rings(graph, opening(graph, lines), weight)
    most = max(weight.values())
    names = list(places)
    for index, one in enumerate(names):
        for other in names[:index]:
            across, down = (abs(a - b) for a, b in zip(places[one], places[other], strict=True))
            signs = size(weight[one], most) + size(weight[other], most)
            assert across > signs - 1 or down > signs + 15, (one, other)


def test_partners_of_one_part_of_the_world_stand_beside_each_other():
    shown = Opening(["centre"], dict.fromkeys([*FAR, *NEAR], "centre"))
    places = placed(shown)
    order = sorted([*FAR, *NEAR], key=lambda name: angle(places[name]))
    assert order == [*NEAR, *FAR]


def test_who_stands_behind_a_partner_stands_further_out_on_its_side():
    shown = Opening(["centre"], dict.fromkeys(NEAR, "centre") | {"behind": "europe2", "beyond": "behind"})
    places = placed(shown)
    partner, behind = places["europe2"], places["behind"]
    assert math.hypot(*behind) > math.hypot(*partner)
    assert abs(angle(behind) - angle(partner)) < math.pi / 4
    assert "beyond" in places


def test_several_centres_stand_apart_each_with_its_own():
    shown = Opening(["a", "b"], dict.fromkeys(NEAR, "a") | dict.fromkeys(FAR, "b"))
    places = placed(shown)
    assert places["a"][0] < 0 < places["b"][0]
    for names, own, other in ((NEAR, "a", "b"), (FAR, "b", "a")):
        for name in names:
            assert math.dist(places[name], places[own]) < math.dist(places[name], places[other])


def test_what_hangs_together_with_no_centre_has_a_place_too():
    assert set(placed(Opening(["centre"], {"alone": None, "with": "alone"}))) == {"centre", "alone", "with"}
    assert placed(Opening()) == {}


def test_signs_grow_with_evidence_up_to_the_best_evidenced():
    assert size(0, 100) < size(10, 100) < size(100, 100) == size(9000, 9000)
    assert size(1, 1) < 12  # where nobody has much, nobody is large
