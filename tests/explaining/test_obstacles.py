"""Each check that can stop a rule, on rules and sentences of our own."""

import pytest

from relgraph.explaining.obstacles import diagnose, obstacle, stopped_rules
from relgraph.extraction.ends import ranked
from relgraph.extraction.pipeline import frames, recognise
from relgraph.extraction.rules import Role, Rule, rules

LAST = {"text": "x"}


@pytest.fixture
def frame(release):
    def make(text, **fields):
        return list(frames(*recognise(release(text, **fields))))[-1]

    return make


def rule(**fields):
    known = {"id": "visit/probe", "type": "visit", "cues": ["reist*"], "examples": [LAST]}
    ends = {"subject": {"types": ["actor"], "as": ["wer"]}, "object": {"types": ["Country"], "as": ["nach"]}}
    return Rule.model_validate(known | ({} if "between" in fields else ends) | fields)


def stopped(one, frame):
    text = frame.scene.sentence.text
    cue = one.lists["cues"].find(text)[0]
    return diagnose(one, cue, frame.scene, frame.memory)


@pytest.mark.parametrize(
    ("fields", "text", "check", "word"),
    [
        ({"unless": ["zu Besuch"]}, "Anna Lang reist zu Besuch nach Japan.", "veto", "zu Besuch"),
        ({"needs": ["Delegation"]}, "Anna Lang reist nach Japan.", "needs", "Delegation"),
        ({}, "Anna Lang reist nicht nach Japan.", "negated", "nicht"),
        ({}, "Anna Lang reist in die Hauptstadt.", "unfilled", ""),
        ({"needs_topic": True}, "Anna Lang reist nach Japan.", "topic", ""),
        ({"object": {"types": ["Country"]}, "subject": {"types": ["Country"]}}, "Japan reist.", "pair", ""),
    ],
)
def test_the_check_that_stops_a_rule(frame, fields, text, check, word):
    one = stopped(rule(**fields), frame(text))
    assert (one.check, one.word) == (check, word)


@pytest.mark.parametrize(
    ("voice", "text"),
    [("active", "Anna Lang wurde von Japan eingeladen."), ("passive", "Anna Lang hat Japan eingeladen.")],
)
def test_the_other_voice_stops_a_rule(frame, voice, text):
    one = rule(cues=["eingeladen"], verbs=["einladen"], voice=voice)
    assert stopped(one, frame(text)).check == voice


@pytest.mark.parametrize(
    ("role", "text", "name", "check"),
    [
        ({"types": ["Country"], "as": ["nach"]}, "Anna Lang reist mit Japan.", "Japan", "governed"),
        ({"types": ["City"], "as": ["nach"]}, "Anna Lang reist nach Japan.", "Japan", "type"),
        ({"types": ["actor"], "foreign": True}, "Brandenburg reist nach Japan.", "Brandenburg", "own"),
        ({"types": ["actor"], "group": True}, "Anna Lang reist nach Japan.", "Japan", "group"),
        ({"types": ["Country"], "side": "before"}, "Anna Lang reist nach Japan.", "Japan", "side"),
        ({"types": ["Country"], "near": 2}, "Anna Lang reist in der nächsten Woche nach Japan.", "Japan", "far"),
        ({"types": ["Country"], "as": ["nach"]}, "Anna Lang reist nach Japan.", "Japan", None),
    ],
)
def test_the_check_that_keeps_a_phrase_from_an_end(frame, role, text, name, check):
    scene = frame(text).scene
    place = text.index("reist")
    phrase = next(one for one in scene.phrases if text[one.start : one.end] == name)
    assert obstacle(Role.model_validate(role), scene, phrase, (place, place + 5)) == check


def test_an_end_that_is_open_tells_what_was_wanted_and_tried(frame):
    one = stopped(rule(), frame("Anna Lang reist mit Japan."))
    (unfilled,) = one.unfilled
    assert unfilled.end == "object"
    assert [tried.check for tried in unfilled.tried] == ["governed", "governed"]


def test_an_enumeration_that_is_missing_is_told(frame):
    one = stopped(rule(between={"types": ["City"]}), frame("Anna Lang reist nach Japan."))
    assert [unfilled.end for unfilled in one.unfilled] == ["between"]


def test_what_fits_is_what_reading_ranks(frame):
    text = (
        "Ministerpräsident Karl Vogt, der mit einer Delegation nach Japan reist, trifft in Tokio Gouverneurin Aiko "
        "Tanaka, und das Land vereinbart mit der Präfektur Kanagawa eine Partnerschaft der Universitäten Potsdam "
        "und Kyoto."
    )
    scene = frame(text).scene
    roles = [role for one in rules() for role in (one.subject, one.object, one.between) if role]
    for cue in (
        (text.index("reist"), text.index("reist") + 5),
        (text.index("vereinbart"), text.index("vereinbart") + 10),
    ):
        for role in roles:
            fitting = [phrase for phrase in scene.phrases if obstacle(role, scene, phrase, cue) is None]
            assert sorted(fitting, key=id) == sorted((phrase for phrase, _ in ranked(role, scene, cue)), key=id)


def test_rules_that_claim_something_are_no_near_misses(frame):
    one = frame("Anna Lang reist nicht nach Japan.")
    names = {stop.rule.id for stop in stopped_rules(one.scene, one.memory, set())}
    assert names
    assert not names & {stop.rule.id for stop in stopped_rules(one.scene, one.memory, names)}
