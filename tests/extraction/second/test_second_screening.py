import json

import pytest

from relgraph.extraction.second.answers import Said
from relgraph.extraction.second.screening import CAP, Dropped, Reason, Screen
from relgraph.extraction.second.sights import Sights
from relgraph.model import Release

SIGNED = "Bayern und Kanagawa unterzeichneten eine Absichtserklärung zur Robotik."
RECEIVED = (
    "Ministerpräsident Jonas Keller empfing am 4. Mai 2023 die Gouverneurin Yuki Tanaka aus der Präfektur Kanagawa."
)
GIVEN = "Der Freistaat gibt 200.000 Euro für Nagoya."

DROPPED = {
    Reason.UNKNOWN_TYPE: [{"type": "friendship"}, {"type": "Cooperation"}, {"type": ""}],
    Reason.UNKNOWN_STATUS: [{"status": "finished"}],
    Reason.UNKNOWN_TOPIC: [{"topics": ["robotics", "alchemy"]}],
    Reason.UNKNOWN_ENTITY: [{"object": "Atlantis"}, {"subject": "Absichtserklärung zur Alchemie"}, {"object": ""}],
    Reason.NOT_VERBATIM: [
        {"evidence": "Bayern und Kanagawa arbeiten zusammen."},
        {"evidence": SIGNED.replace("zur Robotik", "zur  Robotik")},
        {"evidence": SIGNED.upper()},
        {"evidence": " "},
    ],
    Reason.NOT_ONE_SENTENCE: [{"evidence": f"{SIGNED} Beide Seiten sind einander seit 1989 verbunden."}],
    Reason.END_ELSEWHERE: [
        {"object": "Südkorea"},
        {"subject": "Finnland"},
        {"evidence": "Kanagawa unterzeichneten eine Absichtserklärung"},
        {"evidence": "Bayern schätzt Finnland."},
        {"type": "strength", "object": None, "subject": "Finnland", "evidence": "Bayern schätzt Finnland."},
        {"type": "interest", "object": None, "topics": ["hydrogen"]},
    ],
    Reason.ENDS_DO_NOT_FIT: [
        {"type": "meeting", "object": "Absichtserklärung zur Robotik"},
        {"type": "affiliation", "role": "Bayern"},
        {"type": "framework"},
        {"object": "Bayern"},
        {"object": None, "topics": ["robotics"]},
        {"type": "strength", "topics": ["robotics"]},
        {"type": "partnership", "subject": "Jonas Keller", "evidence": RECEIVED},
    ],
    Reason.DENIED: [
        {"type": "partnership", "object": "Südkorea"}
        | {"evidence": "Zwischen Bayern und Südkorea gibt es keine Partnerschaft."}
    ],
    Reason.NO_ROLE: [
        {"type": "affiliation", "subject": "Yuki Tanaka", "evidence": RECEIVED, "role": role}
        for role in (None, "Ministerin", "Gouverneur", "")
    ],
}


@pytest.fixture
def screen(release):
    return Screen(Sights(release), "second-reader/m")


def read(said):
    return Said.model_validate_json(json.dumps(said))


@pytest.mark.parametrize(
    ("reason", "fields"), [(reason, fields) for reason, cases in DROPPED.items() for fields in cases]
)
def test_what_the_text_does_not_bear_is_dropped_for_its_reason(screen, say, reason, fields):
    with pytest.raises(Dropped) as dropped:
        screen.relation(read(say(**fields)))
    assert dropped.value.reason == reason


def test_every_reason_is_met_by_some_test():
    assert set(DROPPED) | {Reason.MALFORMED, Reason.REPEATED, Reason.DOMESTIC, Reason.AMBIGUOUS} == set(Reason)


def test_what_the_text_bears_is_a_relation_with_its_whole_sentence(screen, say, release):
    relation, left_out = screen.relation(read(say(topics=["robotics"], evidence=SIGNED.removesuffix("."))))
    assert (relation.type, relation.rule, relation.status, left_out) == ("cooperation", "second-reader/m", "active", [])
    assert (relation.subject.rpartition("/")[2], relation.object.rpartition("/")[2]) == ("DE-BY", "JP-14")
    assert relation.topics == ("robotics",)
    assert relation.evidence.text == SIGNED
    assert release.text[relation.evidence.start : relation.evidence.end] == SIGNED


@pytest.mark.parametrize(("said", "confidence"), [(1.0, CAP), (CAP, CAP), (0.25, 0.25), (0, 0)])
def test_confidence_never_exceeds_the_cap(screen, say, said, confidence):
    assert screen.relation(read(say(confidence=said)))[0].confidence == confidence


def test_an_end_may_be_told_as_the_text_words_it(screen, say):
    relation, _ = screen.relation(read(say(type="support", subject="Der Freistaat", object="Nagoya", evidence=GIVEN)))
    assert relation.subject.endswith("/DE-BY")


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [("Die Gouverneurin lobte die Hochschulen.", "Yuki Tanaka"), ("Der Freistaat gibt 200.000 Euro", "Bayern")],
)
def test_a_reference_stands_for_whom_reading_finds_behind_it(release, sentence, subject):
    sights = Sights(release)
    start = release.text.index(sentence)
    sight = sights.around(start, start + len(sentence))
    names = {sights.draft.entities[id_].name for id_ in sight.ids(start, start + len(sentence))}
    assert subject in names


def test_both_sides_are_those_who_were_told_before(screen, say):
    said = say(type="partnership", evidence="Beide Seiten sind einander seit 1989 verbunden.", **{"from": "1989"})
    relation, left_out = screen.relation(read(said))
    assert (relation.from_, left_out) == ("1989", [])


def test_details_that_the_sentence_does_not_state_are_left_out(screen, say):
    said = say(
        type="agreement", document="Jonas Keller", date="2023-05-04", until="nie", topics=["robotics", "hydrogen"]
    )
    relation, left_out = screen.relation(read(said))
    assert (relation.document, relation.date, relation.until, relation.topics) == (None, None, None, ("robotics",))
    assert sorted(left_out) == ["date", "document", "topics", "until"]


def test_details_that_the_sentence_states_are_kept(screen, say):
    meeting = say(type="meeting", subject="Jonas Keller", object="Yuki Tanaka", evidence=RECEIVED, date="2023-05-04")
    assert screen.relation(read(meeting | {"status": "concluded"}))[0].date == "2023-05-04"
    agreement = say(type="agreement", document="Absichtserklärung zur Robotik")
    assert screen.relation(read(agreement))[0].document.endswith("absichtserklaerung-zur-robotik")
    support = say(type="support", object="Nagoya", evidence=GIVEN, amount="200.000 Euro")
    assert screen.relation(read(support))[0].amount == "200.000 Euro"
    office = say(type="affiliation", subject="Yuki Tanaka", evidence=RECEIVED, role="Gouverneurin")
    assert screen.relation(read(office))[0].role == "Gouverneurin"


def test_nothing_is_concluded_after_its_release(say):
    text = "Am 4. Mai 2023 trifft Bayern Kanagawa."
    screen = Screen(Sights(Release(id="by-1", title="x", region="Bayern", date="2023-05-01", text=text)), "m")
    said = say(type="meeting", date="2023-05-04", evidence=text)
    assert screen.relation(read(said | {"status": "planned"}))[0].date == "2023-05-04"
    relation, left_out = screen.relation(read(said | {"status": "concluded"}))
    assert (relation.date, left_out) == (None, ["date"])


def test_what_is_said_to_end_before_it_begins_has_no_time(say):
    text = "Seit 1989 und bis 2027 arbeiten Bayern und Kanagawa zusammen."
    screen = Screen(Sights(Release(id="by-1", title="x", region="Bayern", date="2023-05-01", text=text)), "m")
    said = say(evidence=text) | {"from": "2027", "until": "1989"}
    relation, left_out = screen.relation(read(said))
    assert (relation.from_, relation.until, left_out) == (None, None, ["from", "until"])
    assert screen.relation(read(said | {"from": "1989", "until": "2027"}))[0].until == "2027"


def test_a_domestic_release_has_offices_alone(say):
    text = "Ministerpräsident Jonas Keller aus Bayern sprach mit Hamburg."
    screen = Screen(Sights(Release(id="by-1", title="x", region="Bayern", text=text)), "m")
    with pytest.raises(Dropped) as dropped:
        screen.relation(read(say(type="meeting", object="Hamburg", evidence=text)))
    assert dropped.value.reason == Reason.DOMESTIC
    office = say(type="affiliation", subject="Jonas Keller", object="Bayern", role="Ministerpräsident", evidence=text)
    assert screen.relation(read(office))[0].role == "Ministerpräsident"


def test_a_name_of_two_in_one_sentence_is_ambiguous(release, say):
    sights = Sights(release)
    first, second = "Bayern", "Kanagawa"
    ids = sights.ids_by_name
    ids["Partner"] = ids[first] | ids[second]
    with pytest.raises(Dropped) as dropped:
        Screen(sights, "m").relation(read(say(object="Partner")))
    assert dropped.value.reason == Reason.AMBIGUOUS


def test_a_sentence_that_stands_twice_is_taken_where_its_ends_are_known(say):
    text = "Das Land hilft ihr.\n\nBayern ist froh über die Präfektur Kanagawa. Die Präfektur ist froh über Bayern."
    release = Release(id="by-1", title="x", region="Bayern", text=f"Die Präfektur ist froh über Bayern.\n\n{text}")
    relation, _ = Screen(Sights(release), "m").relation(
        read(say(type="meeting", evidence="Die Präfektur ist froh über Bayern."))
    )
    assert relation.evidence.start == release.text.rindex("Die Präfektur ist froh")
