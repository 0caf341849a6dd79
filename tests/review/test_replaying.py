import pytest

from relgraph import iris
from relgraph.extraction.pipeline import extract
from relgraph.review.decisions import Accept, Add, Correct, Different, End, Link, Reject, Same, Unsure
from relgraph.review.misfits import Why
from relgraph.review.replaying import Replay
from relgraph.vocabulary import Basis, EntityType, RelationType, Status

SIGNED = {"by": "Eva Muster", "date": "2026-11-27"}
FURUTA, LAND, KANAGAWA = "Hajime Furuta", "Baden-Württemberg", "Kanagawa"
VISIT = {"type": "visit", "subject": FURUTA, "object": LAND}
PARTNERS = {"type": "partnership", "subject": LAND, "object": KANAGAWA}
TRADE = {"type": "trade", "subject": {"name": "Novatron AG", "type": "Company"}, "object": "Japan"}
DELIVERY = "Die Firma Novatron AG lieferte Roboter."


@pytest.fixture
def about(release, sentences):
    """What a decision about a relation names, by the type of the relation."""

    def named(relation, sentence=None):
        said = sentence or sentences.get(str(relation["type"]), DELIVERY)
        return SIGNED | {"release": release.id, "sentence": said, "relation": relation}

    return named


def of_type(extraction, kind):
    return [relation for relation in extraction.relations if relation.type == kind]


def without(extraction, kind):
    return extraction.model_copy(update={"relations": tuple(r for r in extraction.relations if r.type != kind)})


def reworded(release, old, new):
    """What is read out of the release after a sentence has changed."""
    assert old in release.text
    return extract(release.model_copy(update={"text": release.text.replace(old, new)}))


def played(extraction, *decisions):
    replay = Replay(decisions)
    after = replay.play(extraction)
    return after.extraction, (*after.unfit, *replay.unmet({extraction.release.id}, after.met))


def test_without_decisions_nothing_changes(read):
    assert played(read) == (read, ())
    said = [kind(**SIGNED, entity="Japan", other="Kanagawa") for kind in (Different, Unsure)]
    assert played(read, *said) == (read, ())


def test_an_accepted_relation_is_reviewed_and_stays_as_it_was_read(read, about):
    after, unfit = played(read, Accept(**about(VISIT)))
    (before,), (visit,) = of_type(read, "visit"), of_type(after, "visit")
    assert (visit.basis, visit.reviewer, visit.reviewed_on) == (Basis.REVIEWED, "Eva Muster", "2026-11-27")
    assert (visit.confidence, unfit) == (1.0, ())
    marks = {"basis", "reviewer", "reviewed_on", "confidence"}
    assert visit.model_dump(exclude=marks) == before.model_dump(exclude=marks)
    assert [one for one in after.relations if one.type != "visit"] == [
        one for one in read.relations if one.type != "visit"
    ]


def test_what_an_accepted_relation_tells_counts_more_than_what_is_read(read, about):
    said = VISIT | {"status": "planned", "topics": ["trade"], "date": "2014"}
    (visit,) = of_type(played(read, Accept(**about(said)))[0], "visit")
    assert (visit.status, visit.topics, visit.date) == (Status.PLANNED, ("trade",), "2014")


def test_an_accepted_relation_that_is_read_no_more_is_kept(read, about):
    after, unfit = played(without(read, "visit"), Accept(**about(VISIT | {"date": "2014-11-11"})))
    (visit,) = of_type(after, "visit")
    assert (visit.rule, visit.date, visit.status, unfit) == ("reviewed", "2014-11-11", Status.ACTIVE, ())
    assert visit.id == of_type(read, "visit")[0].id


def test_a_rejected_relation_is_gone(read, about):
    after, unfit = played(read, Reject(**about(VISIT)))
    assert of_type(after, "visit") == []
    assert (len(after.relations), unfit) == (len(read.relations) - 1, ())


def test_who_was_an_end_of_a_rejected_relation_alone_goes_with_it(read, about):
    bare = read.model_copy(
        update={
            "entities": tuple(one.model_copy(update={"mentions": ()}) for one in read.entities),
            "relations": tuple(of_type(read, "visit")),
        }
    )
    after, _ = played(bare, Reject(**about(VISIT)))
    gone = {FURUTA, LAND}
    assert {entity.name for entity in after.entities} == {entity.name for entity in bare.entities} - gone


def test_a_correction_changes_what_it_names(read, about):
    change = {"type": "meeting", "status": "planned", "topics": ["trade"], "role": "Gast", "date": None}
    after, unfit = played(read, Correct(**about(VISIT), to=change))
    furuta, land = of_type(read, "visit")[0].subject, of_type(read, "visit")[0].object
    meeting = next(one for one in of_type(after, "meeting") if {one.subject, one.object} == {furuta, land})
    assert (meeting.status, meeting.topics, meeting.role, meeting.date) == (Status.PLANNED, ("trade",), "Gast", None)
    assert meeting.id == iris.relation(read.release.id, "meeting", furuta, land)
    assert (of_type(after, "visit"), meeting.basis, unfit) == ([], Basis.REVIEWED, ())


def test_a_correction_of_an_end_takes_an_entity_of_the_release_or_brings_one(read, about):
    (visit,) = of_type(played(read, Correct(**about(VISIT), to={"object": "Präfektur Kanagawa"}))[0], "visit")
    assert visit.object == iris.entity(EntityType.REGION, "JP-14")
    (visit,) = of_type(played(read, Correct(**about(VISIT), to={"object": "Hessen"}))[0], "visit")
    assert visit.object == iris.entity(EntityType.REGION, "DE-HE")
    villa = {"name": "Villa Reitzenstein e. V.", "type": "CivilSocietyOrganisation"}
    after, _ = played(read, Correct(**about(VISIT), to={"object": villa}))
    assert villa["name"] in {entity.name for entity in after.entities}
    with_topic, _ = played(read, Correct(**about(VISIT), to={"type": "interest", "object": None, "topics": ["trade"]}))
    assert of_type(with_topic, "interest")[0].object is None


def test_a_correction_outlives_a_reading_without_the_relation_and_one_with_the_corrected_one(read, about):
    correction = Correct(**about(VISIT), to={"status": "planned"})
    (visit,) = of_type(played(without(read, "visit"), correction)[0], "visit")
    assert visit.status is Status.PLANNED
    turned = Correct(**about(VISIT), to={"subject": LAND, "object": FURUTA})
    once, _ = played(read, turned)
    twice, unfit = played(once, turned)
    assert (of_type(twice, "visit"), unfit) == (of_type(once, "visit"), ())


def test_an_added_relation_is_kept_as_long_as_its_sentence_stands(read, about):
    added = Add(**about(TRADE | {"status": "concluded", "amount": "drei"}))
    after, unfit = played(read, added)
    (trade,) = of_type(after, "trade")
    assert (trade.status, trade.amount, trade.rule, unfit) == (Status.CONCLUDED, "drei", "reviewed", ())
    assert read.release.text[trade.evidence.start : trade.evidence.end] == DELIVERY
    after, (told,) = played(reworded(read.release, DELIVERY, "Sie lieferte."), added)
    assert (of_type(after, "trade"), told.why) == ([], Why.NO_SENTENCE)


def test_a_decision_outlives_other_words_around_its_sentence(read, about):
    edited = reworded(read.release, "Gouverneur Hajime", "Es war ein kalter Tag. Gouverneur Hajime")
    after, unfit = played(edited, Accept(**about(VISIT)), Add(**about(TRADE)))
    assert ({one.basis for one in of_type(after, "visit")}, unfit) == ({Basis.REVIEWED}, ())
    for kind in ("visit", "trade"):
        (one,) = of_type(after, kind)
        assert edited.release.text[one.evidence.start : one.evidence.end] == one.evidence.text


def test_a_decision_about_a_release_that_is_not_there_says_so(read, about):
    gone = Accept(**about(VISIT) | {"release": "bw-1999"})
    replay = Replay([gone])
    after = replay.play(read)
    assert (after.extraction, after.unfit) == (read, ())
    (told,) = replay.unmet({read.release.id}, after.met)
    assert (told.release, told.why, told.about) == ("bw-1999", Why.NO_RELEASE, f"{FURUTA} – {LAND}")


def test_a_rejection_of_what_is_not_read_says_so(read, about, sentences):
    assert [one.why for one in played(without(read, "visit"), Reject(**about(VISIT)))[1]] == [Why.NOT_READ]
    after, (told,) = played(read, Reject(**about(VISIT, sentences["meeting"])))
    assert (after, told.why) == (read, Why.OTHER_SENTENCE)


def test_an_accepted_relation_that_is_read_elsewhere_comes_back_to_its_sentence(read, about, sentences):
    (visit,) = of_type(played(read, Accept(**about(VISIT, sentences["meeting"])))[0], "visit")
    assert visit.evidence.text == sentences["meeting"]


def test_an_end_that_nobody_knows_is_told(read, about):
    after, (told,) = played(read, Add(**about(VISIT | {"subject": "Xaver Ypsilon"})))
    assert (after, told.why, told.name) == (read, Why.NO_END, "Xaver Ypsilon")


def test_a_relation_of_something_with_itself_is_none(read, about):
    assert [one.why for one in played(read, Correct(**about(VISIT), to={"object": FURUTA}))[1]] == [Why.NO_RELATION]
    no_end = {"object": None}
    assert [one.why for one in played(read, Correct(**about(VISIT), to=no_end))[1]] == [Why.NO_RELATION]


def test_the_last_decision_about_a_relation_counts(read, about):
    after, unfit = played(read, Reject(**about(VISIT)), Accept(**about(VISIT)))
    assert (of_type(after, "visit")[0].basis, unfit) == (Basis.REVIEWED, ())


def test_ends_are_found_by_name_by_a_form_in_the_text_by_type_and_by_iri(read, about):
    iri = iris.entity(EntityType.REGION, "JP-14")
    for end in ("Kanagawa", "präfektur  kanagawa", {"name": "Kanagawa", "type": "Region"}, iri,
                {"name": "anders", "id": iri}):  # fmt: skip
        after, unfit = played(read, Accept(**about(PARTNERS | {"object": end})))
        assert (of_type(after, "partnership")[0].basis, unfit) == (Basis.REVIEWED, ())
    wrong = {"name": "Kanagawa", "type": "Company"}
    after, _ = played(read, Accept(**about(PARTNERS | {"object": wrong})))
    assert of_type(after, "partnership")[0].basis is Basis.MACHINE  # a firm of that name was added as a partner


def test_entities_that_are_the_same_become_one_with_all_their_mentions_and_relations(read):
    same = Same(**SIGNED, entity=FURUTA, other={"name": "Peter Friedrich", "type": "Person"})
    after, unfit = played(read, same)
    friedrich = iris.entity(EntityType.PERSON, "Peter Friedrich")
    held = {entity.id: entity for entity in after.entities}
    assert (iris.entity(EntityType.PERSON, FURUTA) in held, unfit) == (False, ())
    assert {mention.text for mention in held[friedrich].mentions} == {"Furuta", FURUTA, "Peter Friedrich"}
    assert [mention.start for mention in held[friedrich].mentions] == sorted(m.start for m in held[friedrich].mentions)
    (visit,) = of_type(after, "visit")
    assert visit.subject == friedrich
    assert visit.id == iris.relation(read.release.id, "visit", friedrich, visit.object)
    assert of_type(after, "meeting") == []  # nobody meets himself


def test_an_unlinked_name_is_linked_to_a_known_entity(read):
    link = Link(**SIGNED, entity={"name": "Novatron AG", "type": "Company"}, to={"name": "SAP", "type": "Company"})
    after, unfit = played(read, link)
    assert ("Novatron AG" in {entity.name for entity in after.entities}, unfit) == (False, ())
    assert any(entity.name.startswith("SAP") and entity.mentions for entity in after.entities)
    unknown = Link(**SIGNED, entity="Novatron AG", to={"name": "Gibtesnicht GmbH", "type": "Company"})
    after, (told,) = played(read, unknown)
    assert (after, told.why, told.name) == (read, Why.NO_AUTHORITY, "Gibtesnicht GmbH")


def test_what_is_said_of_one_release_holds_there_alone(read):
    said = {"entity": "Novatron AG", "other": {"name": "Nova", "type": "Company"}}
    elsewhere = Same(**SIGNED, **said, release="bw-1999")
    after, (told,) = played(read, elsewhere)
    assert (after, told.why) == (read, Why.NO_RELEASE)
    after, unfit = played(read, Same(**SIGNED, **said, release=read.release.id))
    assert ("Nova" in {entity.name for entity in after.entities}, unfit) == (True, ())


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_one_name_after_another_leads_to_the_last(read, order):
    chain = [
        Same(**SIGNED, entity="Novatron AG", other={"name": "Nova", "type": "Company"}),
        Same(**SIGNED, entity="Nova", other={"name": "Nova SE", "type": "Company"}),
    ]
    after, unfit = played(read, *(chain[place] for place in order))
    assert {"Nova SE"} == {entity.name for entity in after.entities if entity.name.startswith("Nova")}
    assert unfit == ()


def test_names_in_a_circle_come_to_an_end(read):
    names = ["Novatron AG", "Nova", "Nova SE"]
    circle = [
        Same(**SIGNED, entity=one, other={"name": other, "type": "Company"})
        for one, other in zip(names, [*names[1:], names[0]], strict=True)
    ]
    assert len([e for e in played(read, *circle)[0].entities if e.name.startswith("Nova")]) == 1


def test_a_decision_made_before_two_became_one_still_fits(read, about):
    same = Same(**SIGNED, entity=FURUTA, other={"name": "H. Furuta", "type": "Person"})
    after, unfit = played(read, Accept(**about(VISIT)), same)
    assert (of_type(after, "visit")[0].basis, unfit) == (Basis.REVIEWED, ())
    later = Accept(**about(VISIT | {"subject": "H. Furuta"}))
    assert of_type(played(read, same, later)[0], "visit")[0].basis is Basis.REVIEWED


def test_entities_that_nobody_names_any_more_are_told(read):
    (told,) = played(read, Same(**SIGNED, entity="Xaver Ypsilon", other="Japan"))[1]
    assert (told.why, told.name, told.about) == (Why.NO_ENTITY, "Xaver Ypsilon", "Xaver Ypsilon – Japan")


def test_entities_that_reading_has_come_to_know_as_one_need_no_decision(read):
    iri = iris.entity(EntityType.REGION, "JP-14")
    known = End(name="Präfektur Kanagawa", id=iri)
    assert played(read, Same(**SIGNED, entity="Kanagawa", other=known)) == (read, ())


def test_every_type_can_be_added_between_what_its_shape_allows(read, about):
    others = {"hosting": "Event", "participation": "Event", "membership": "CivilSocietyOrganisation"}
    for kind in RelationType:
        paper = kind is RelationType.FRAMEWORK
        one = "Document" if paper else "Person" if kind is RelationType.AFFILIATION else "Company"
        said = {"type": kind, "subject": {"name": "A", "type": one}, "topics": ["trade"]}
        if kind not in (RelationType.STRENGTH, RelationType.INTEREST):
            said["object"] = {"name": "B", "type": "Document" if paper else others.get(kind, "Company")}
        assert of_type(played(read, Add(**about(said, DELIVERY)))[0], kind)


@pytest.mark.parametrize(
    "said",
    [
        {"type": "strength", "subject": "Japan", "object": LAND, "topics": ["trade"]},
        {"type": "visit", "subject": {"name": "Pakt", "type": "Document"}, "object": LAND},
        {"type": "visit", "subject": FURUTA, "object": LAND, "from": "2020", "until": "2019-05"},
        {"type": "visit", "subject": FURUTA, "object": LAND, "document": "Japan"},
    ],
)
def test_what_no_graph_takes_does_not_fit(read, about, said):
    after, (told,) = played(read, Add(**about(said, DELIVERY)))
    assert (after, told.why) == (read, Why.NO_RELATION)
