import pytest

from relgraph import iris
from relgraph.errors import DataError
from relgraph.model import Release
from relgraph.review.curating import curate
from relgraph.vocabulary import Basis, EntityType, Status


def by_name(extraction):
    return {entity.name: entity for entity in extraction.entities}


def test_names_stand_for_whom_the_machine_would_link(read, annotation):
    found = by_name(curate(read, annotation()))
    assert found["Baden-Württemberg"].id == iris.entity(EntityType.REGION, "DE-BW")
    assert found["Kanagawa"].id == iris.entity(EntityType.REGION, "JP-14")  # under the authority's name
    assert found["Japan"].code == "JP"
    assert found["Hajime Furuta"].id == iris.entity(EntityType.PERSON, "Hajime Furuta")


def test_an_entity_read_under_a_longer_name_keeps_its_iri_and_takes_the_annotated_name(read, annotation):
    machine = next(entity for entity in read.entities if entity.name.startswith("Novatron"))
    found = by_name(curate(read, annotation()))["Novatron"]
    assert (found.id, found.name) == (machine.id, "Novatron")


def test_what_nobody_read_is_linked_by_the_authorities_or_bears_an_iri_of_its_own(read, annotation):
    blind = read.model_copy(update={"entities": (), "relations": ()})
    found = by_name(curate(blind, annotation()))
    assert found["Kanagawa"].id == iris.entity(EntityType.REGION, "JP-14")
    assert found["Novatron"].id == iris.entity(EntityType.COMPANY, "Novatron")


def test_a_paper_called_by_a_common_noun_belongs_to_its_release(read, annotation, release):
    papers = [{"name": name, "type": "Document"} for name in ("Absichtserklärung", "Asien-Strategie")]
    found = by_name(curate(read, annotation(entities=papers, relations=[])))
    assert found["Absichtserklärung"].id == iris.local_entity(EntityType.DOCUMENT, release.id, "Absichtserklärung")
    assert found["Asien-Strategie"].id == iris.entity(EntityType.DOCUMENT, "Asien-Strategie")


def test_two_annotated_names_never_share_an_iri(read, annotation):
    twins = [{"name": name, "type": "Country", "mentions": ["Japan"]} for name in ("Japan", "Nippon")]
    curated = curate(read, annotation(entities=twins, relations=[]))
    assert len({entity.id for entity in curated.entities}) == 2


def test_relations_are_those_of_the_annotation_with_their_sentences(read, annotation, release, sentences):
    curated = curate(read, annotation())
    assert [one.type for one in curated.relations] == ["visit", "partnership", "trade"]
    for one in curated.relations:
        assert (one.basis, one.rule, one.confidence) == (Basis.CURATED, "curated", 1.0)
        assert release.text[one.evidence.start : one.evidence.end] == one.evidence.text
    visit, partnership, _ = curated.relations
    assert (visit.date, visit.status, partnership.from_) == ("2014-11-11", Status.CONCLUDED, "1989")
    assert visit.id == iris.relation(release.id, "visit", visit.subject, visit.object)
    assert partnership.evidence.text == sentences["partnership"]


def test_a_status_that_is_not_annotated_is_the_one_that_is_read(read, annotation):
    machine = next(one for one in read.relations if one.type == "visit")
    said = annotation().relations[0].model_copy(update={"status": None})
    planned = read.model_copy(update={"relations": (machine.model_copy(update={"status": Status.PLANNED}),)})
    (visit,) = curate(planned, annotation(relations=[said])).relations
    assert visit.status is Status.PLANNED
    (visit,) = curate(read.model_copy(update={"relations": ()}), annotation(relations=[said])).relations
    assert visit.status is Status.ACTIVE


def test_every_place_of_a_form_is_a_mention_and_a_longer_form_comes_first(read, annotation):
    entities = [
        {"name": "Kanagawa", "type": "Region", "mentions": ["Kanagawa", "Präfektur Kanagawa"]},
        {"name": "Hajime Furuta", "type": "Person", "mentions": ["Furuta", "Hajime Furuta"]},
        {"name": "Führung", "type": "Event", "mentions": ["führend"]},
        {"name": "Robo", "type": "Company", "mentions": ["Robo"]},
    ]
    found = by_name(curate(read, annotation(entities=entities, relations=[])))
    assert [mention.text for mention in found["Kanagawa"].mentions] == ["Präfektur Kanagawa"]
    assert [mention.text for mention in found["Hajime Furuta"].mentions] == ["Hajime Furuta"] * 2
    assert [mention.text for mention in found["Robo"].mentions] == ["Robo"] * 2  # it stands within words only


def test_a_quote_that_is_not_in_the_text_and_an_end_that_is_no_entity_are_told(read, annotation):
    said = annotation().relations[0]
    with pytest.raises(DataError, match=r"annotation of bw-2014-11-11-kanagawa: 'Anders\.' does not stand in the text"):
        curate(read, annotation(relations=[said.model_copy(update={"evidence": "Anders."})]))
    with pytest.raises(DataError, match="'Korea' is none of its entities"):
        curate(read, annotation(relations=[said.model_copy(update={"object": "Korea"})]))


def test_an_annotation_fits_one_text_by_digest_or_by_the_text_it_brings(annotation, release):
    edited = release.model_copy(update={"text": release.text + " Neu."})
    assert annotation().fits(release)
    assert not annotation().fits(edited)
    brought = annotation(sha256=None, release=release)
    assert brought.fits(release)
    assert not brought.fits(edited)
    assert not annotation(sha256=None).fits(Release(id="x", title="x", text="x"))
