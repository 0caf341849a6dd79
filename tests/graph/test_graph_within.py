from relgraph import iris
from relgraph.graph.namespaces import RG
from relgraph.graph.within import wholes, within_quads
from relgraph.model import Entity, Evidence, Extraction, Relation, Release
from relgraph.vocabulary import EntityType


def entity(kind, key, part_of=None):
    return Entity(id=iris.entity(EntityType(kind), key), type=kind, name=key, part_of=part_of)


JAPAN = entity("Country", "JP")
GIFU = entity("Region", "JP-21", JAPAN.id)
SCHOOL = entity("ResearchInstitution", "Forsthochschule Gifu", GIFU.id)
ASIA = {iris.entity(EntityType.WORLD_REGION, key) for key in ("030", "142", "asien-pazifik")}
HEAD, GUEST = entity("Person", "Kenji Mori"), entity("Person", "Anna Berg")
TEXT = "Kenji Mori leitet die Forsthochschule Gifu. Anna Berg leitete sie."


def extraction(*relations):
    release = Release(id="bw-1", title="t", text=TEXT)
    told = tuple(
        Relation(
            id=iris.relation("bw-1", "affiliation", who.id, body.id), type="affiliation",
            subject=who.id, object=body.id, status=status, rule="r", evidence=Evidence(text=TEXT[:43], start=0, end=43),
        )
        for who, body, status in relations
    )  # fmt: skip
    return Extraction(release=release, entities=(JAPAN, GIFU, SCHOOL, HEAD, GUEST), relations=told)


def found(*relations, entities=(JAPAN, GIFU, SCHOOL, HEAD, GUEST)):
    quads = list(within_quads(wholes({one.id: one for one in entities}, [extraction(*relations)])))
    assert {(quad.predicate, quad.graph) for quad in quads} == {(RG.within, None)}
    return {(str(quad.subject), str(quad.object)) for quad in quads}


def of(pairs, who):
    return {whole for one, whole in pairs if one == who.id}


def test_everything_is_within_itself_and_the_territories_around_it():
    assert of(found(), SCHOOL) == {SCHOOL.id, GIFU.id, JAPAN.id, *ASIA}
    assert of(found(), HEAD) == {HEAD.id}


def test_a_person_stands_for_the_body_of_an_office_that_has_not_ended():
    pairs = found((HEAD, SCHOOL, "active"), (GUEST, SCHOOL, "ended"))
    assert of(pairs, HEAD) == {HEAD.id, SCHOOL.id, GIFU.id, JAPAN.id, *ASIA}
    assert of(pairs, GUEST) == {GUEST.id}


def test_a_circle_ends():
    one, two = entity("Region", "JP-01"), entity("Region", "JP-02")
    circle = (one.model_copy(update={"part_of": two.id}), two.model_copy(update={"part_of": one.id}))
    assert of(found(entities=circle), one) == {one.id, two.id}


def test_what_lies_at_home_lies_in_no_area_across_states():
    germany = entity("Country", "DE")
    land = entity("Region", "DE-BW", germany.id)
    europe = iris.entity(EntityType.WORLD_REGION, "150")
    france = entity("Country", "FR")
    release = Release(id="bw-1", title="t", text=TEXT, region="DE-BW")
    told = [Extraction(release=release, entities=(germany, land, france))]
    quads = list(within_quads(wholes({one.id: one for one in (germany, land, france)}, told)))
    pairs = {(str(quad.subject), str(quad.object)) for quad in quads}
    assert of(pairs, land) == {land.id, germany.id}
    assert of(pairs, germany) == {germany.id}
    assert europe in of(pairs, france)
