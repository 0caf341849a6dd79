import pytest

from relgraph.errors import UnknownName
from relgraph.explaining.finding import find_relation, relation_id, relation_type
from relgraph.explaining.sources import FiledReleases
from relgraph.vocabulary import RelationType

ID = "bw-2023-05-04-robotik"


@pytest.fixture
def filed(releases):
    return FiledReleases([releases])


@pytest.mark.parametrize(
    "words",
    [
        (ID, "partnership", "Baden-Württemberg", "Kanagawa"),
        (ID, "Partnerschaft", "Kanagawa", "baden-württemberg"),
        (f"release/{ID}", "partnership", "DE-BW", "Präfektur Kanagawa"),
        (ID, "partnership", "https://w3id.org/relgraph/id/region/DE-BW", "region/JP-14"),
    ],
)
def test_a_relation_is_found_by_labels(filed, words):
    extraction, relation = find_relation(words, filed)
    assert extraction.release.id == ID
    assert relation.type == RelationType.PARTNERSHIP


def test_a_relation_without_object_is_found(filed):
    _, relation = find_relation((ID, "strength", "Japan"), filed)
    assert relation.object is None


def test_a_relation_is_found_by_iri_and_id(filed):
    _, relation = find_relation((ID, "strength", "Japan"), filed)
    for word in (relation.id, relation_id(relation), f"relation/{relation_id(relation)}"):
        assert find_relation((word,), filed)[1] == relation


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bw-2023-05-04-robotk",), "unknown release 'bw-2023-05-04-robotk'; did you mean bw-2023-05-04-robotik"),
        (("../../etc/passwd",), "unknown release"),
        ((ID,), 'did you mean .*strength "Japan"'),
        ((f"{ID}/000000000000",), 'did you mean .*partnership "Baden-Württemberg" "Kanagawa"'),
        ((ID, "partnershp", "Japan", "Kanagawa"), "unknown type of relation 'partnershp'; did you mean partnership"),
        ((ID, "partnership", "Kanagwa", "Japan"), "unknown entity .* 'Kanagwa'; did you mean Kanagawa"),
        ((ID, "partnership", "Japan", "Kanagawa"), 'did you mean partnership "Baden-Württemberg" "Kanagawa"'),
    ],
)
def test_a_miss_suggests(filed, words, told):
    with pytest.raises(UnknownName, match=told):
        find_relation(words, filed)


@pytest.mark.parametrize("kind", RelationType)
def test_a_type_is_found_by_all_its_names(kind):
    assert relation_type(kind.value) == relation_type(kind.class_name) == kind
