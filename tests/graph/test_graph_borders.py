import pytest

from relgraph import iris
from relgraph.graph.borders import Borders, joining_quads
from relgraph.graph.namespaces import RG
from relgraph.graph.ties import Kind, Tie
from relgraph.model import Entity
from relgraph.vocabulary import DEALINGS, EntityType, RelationType, Status


def entity(kind, key, part_of=None):
    return Entity(id=iris.entity(EntityType(kind), key), type=kind, name=key, part_of=part_of)


GERMANY, JAPAN = entity("Country", "DE"), entity("Country", "JP")
LAND = entity("Region", "DE-BW", GERMANY.id)
ASIA, CLUB = entity("WorldRegion", "Asien"), entity("InternationalOrganisation", "Kreis der Regionen")
UNKNOWN = entity("Company", "Beispiel AG")
ENTITIES = {one.id: one for one in (GERMANY, JAPAN, LAND, ASIA, CLUB, UNKNOWN)}
AROUND = {id_: {id_, *filter(None, [one.part_of])} for id_, one in ENTITIES.items()}


def joined(one, other, kind=RelationType.VISIT, status=Status.CONCLUDED, to_topic=False):
    tie = Tie(Kind(kind, one.id, other.id, to_topic, status, None))
    quads = list(joining_quads([tie], Borders(ENTITIES, AROUND)))
    assert {(str(quad.subject), quad.graph) for quad in quads} <= {(tie.id, None)}
    assert {quad.predicate for quad in quads} <= {RG.joins, RG.tieCountry}
    countries = {str(quad.object) for quad in quads if quad.predicate == RG.tieCountry}
    assert countries == ({GERMANY.id} if {one, other} <= {LAND, GERMANY} and not to_topic else set())
    return {str(quad.object) for quad in quads if quad.predicate == RG.joins}


@pytest.mark.parametrize(
    ("one", "other"), [(LAND, JAPAN), (JAPAN, GERMANY), (LAND, ASIA), (CLUB, ASIA), (LAND, UNKNOWN)]
)
def test_a_tie_across_a_border_joins_both_ends(one, other):
    assert joined(one, other) == {one.id, other.id}


def test_a_tie_at_home_joins_nothing():
    assert joined(LAND, GERMANY) == set()
    assert joined(UNKNOWN, UNKNOWN) == set()


@pytest.mark.parametrize("kind", RelationType)
def test_only_dealings_join(kind):
    assert bool(joined(LAND, JAPAN, kind)) is (kind in DEALINGS)


def test_what_is_planned_or_has_ended_or_runs_to_a_topic_joins_nothing():
    assert joined(LAND, JAPAN, status=Status.ACTIVE)
    assert not joined(LAND, JAPAN, status=Status.PLANNED)
    assert not joined(LAND, JAPAN, status=Status.ENDED)
    assert not joined(LAND, JAPAN, to_topic=True)
