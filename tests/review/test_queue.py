import pytest

from relgraph.review.decisions import End
from relgraph.review.items import NameItem, PairItem, RelationItem, pair_key
from relgraph.review.queue import Kind, Order
from relgraph.vocabulary import EntityType, RelationType


def names(items):
    return [item.relation.rule.partition("/")[0] for item in items if isinstance(item, RelationItem)]


def test_relations_come_least_sure_first_or_nearest_to_half(queued):
    assert names(queued()) == ["strength", "visit", "cooperation", "meeting"]
    assert names(queued(order=Order.DOUBT)) == ["cooperation", "visit", "meeting", "strength"]
    assert names(queued(below=0.5)) == ["strength", "visit"]


def test_one_type_or_release_alone(queued):
    assert names(queued(relation_types=frozenset({RelationType.VISIT}))) == ["visit"]
    assert names(queued(release="r2")) == ["strength", "meeting"]
    only = queued(kinds=(Kind.DUPLICATES,), entity_types=frozenset({EntityType.PERSON}))
    assert [(item.known.name, item.other.name) for item in only] == [("H. Müller", "Hans Müller")]
    assert queued(kinds=(Kind.NAMES,), release="r2") == []


def test_names_that_no_authority_knows_come_with_known_ones(queued):
    (item,) = queued(kinds=(Kind.NAMES,))
    assert isinstance(item, NameItem)
    assert (item.known.name, item.end) == (
        "Heidelberg University",
        End(name="Heidelberg University", type=EntityType.RESEARCH_INSTITUTION),
    )
    assert item.candidates[0].name == "Universität Heidelberg"
    assert item.candidates[0].end.id == item.candidates[0].id


def test_pairs_are_alike_and_of_one_kind(queued):
    pairs = [item for item in queued(kinds=(Kind.DUPLICATES,)) if isinstance(item, PairItem)]
    assert {(item.known.name, item.other.name) for item in pairs} == {
        ("H. Müller", "Hans Müller"),
        ("Novatron AG", "Novatron"),
    }
    assert not [item for item in pairs if EntityType.EVENT in (item.known.type, item.other.type)]


def test_what_is_decided_is_not_asked_again(queued):
    everything = queued()
    for item in everything:
        assert item.key not in [other.key for other in queued({item.key})]
        assert len(queued({item.key})) == len(everything) - 1
    assert queued({item.key for item in everything}) == []


def test_a_candidate_that_was_refused_is_not_offered_again(queued):
    (item,) = queued(kinds=(Kind.NAMES,))
    refused = {pair_key(item.end, one.end) for one in item.candidates[:1]}
    left = queued(refused, kinds=(Kind.NAMES,))
    assert [one.id for rest in left for one in rest.candidates] == [one.id for one in item.candidates[1:]]
    assert queued({pair_key(item.end, one.end) for one in item.candidates}, kinds=(Kind.NAMES,)) == []


@pytest.mark.parametrize(("kind", "type_"), [("cooperation", EntityType.COMPANY), ("visit", None)])
def test_an_end_is_named_as_far_as_it_must(queued, kind, type_):
    (item,) = queued(relation_types=frozenset({RelationType(kind)}), kinds=(Kind.RELATIONS,))
    end = item.stated.object
    assert (end.type, end.id) == (type_, None)
