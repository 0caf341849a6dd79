import math
import random

from relgraph.explore.discs import LEAST, STEP, discs_of
from relgraph.explore.lines import Line


def clique(name, size):
    return [Line((f"{name}{i:02}", f"{name}{j:02}"), 1 + (i == 0) + i % 2, ()) for j in range(size) for i in range(j)]


TWO = [
    *clique("a", 20),
    *clique("b", 12),
    Line(("a00", "b00"), 1, ()),
    Line(("x", "y"), 1, ()),
    Line(("z", "z"), 2, ()),
]


def test_communities_stand_in_discs_of_their_own_and_small_ones_share_the_last():
    found = discs_of(TWO)
    assert [len(disc.members) for disc in found.discs] == [20, 12, 3]
    assert {name[0] for name in found.discs[0].members} == {"a"}
    assert set(found.discs[-1].members) == {"x", "y", "z"}
    assert [disc.small for disc in found.discs] == [False, False, True]
    assert found.discs[-1].chiefs == ()


def test_the_member_with_most_sentences_inside_comes_first_and_stands_in_the_middle():
    found = discs_of(TWO)
    for disc in found.discs[:2]:
        assert disc.chiefs[0].endswith("00")
        assert found.places[disc.chiefs[0]] == disc.middle


def test_every_node_stands_within_its_disc_and_no_two_discs_or_nodes_overlap():
    found = discs_of(TWO)
    assert set(found.places) == {end for line in TWO for end in line.ends}
    for disc in found.discs:
        assert all(math.dist(found.places[name], disc.middle) <= disc.radius for name in disc.members)
    for index, one in enumerate(found.discs):
        for other in found.discs[:index]:
            assert math.dist(one.middle, other.middle) > one.radius + other.radius
    places = list(found.places.values())
    assert min(math.dist(a, b) for i, a in enumerate(places) for b in places[:i]) > STEP / 2


def test_numbers_say_in_which_disc_a_node_stands():
    found = discs_of(TWO)
    assert {found.numbers[name] for name in found.discs[1].members} == {1}


def test_the_same_lines_give_the_same_picture():
    turned = [Line(line.ends[::-1], line.sentences, ()) for line in TWO]
    random.Random(1).shuffle(turned)
    assert discs_of(turned) == discs_of(TWO)


def test_nothing_and_little_are_laid_out_too():
    assert discs_of([]).places == {}
    (disc,) = discs_of([Line(("a", "b"), 1, ())]).discs
    assert disc.small
    assert len(disc.members) < LEAST
