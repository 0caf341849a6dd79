import pytest

from relgraph.explaining.statuses import StatusTrial, status_reason
from relgraph.extraction.status import Happening
from relgraph.vocabulary import RelationType, Status


def trial(text, cue, kind="visit", **time):
    start = text.index(cue)
    happening = Happening(**({"issued": "2020-06-15"} | time))
    return StatusTrial(RelationType(kind), text, (start, start + len(cue)), happening)


@pytest.mark.parametrize(
    ("text", "cue", "kind", "word", "list_", "status", "otherwise"),
    [
        ("Kurz reiste nach Rom.", "reiste", "visit", "reiste", None, Status.CONCLUDED, Status.PLANNED),
        ("Kurz soll Rom besucht haben.", "besucht", "visit", "soll", None, Status.PLANNED, Status.CONCLUDED),
        ("Die Partnerschaft endete.", "Partnerschaft", "partnership", "endete", "ended", Status.ENDED, Status.ACTIVE),
    ],
)  # fmt: skip
def test_the_word_that_turns_the_status_is_found(text, cue, kind, word, list_, status, otherwise):
    one = trial(text, cue, kind)
    assert one.read() == status
    turn = next(turn for turn in one.turns() if turn.word == word)
    assert (turn.otherwise, turn.list) == (otherwise, list_)


def test_an_entry_of_several_words_is_told_whole():
    one = trial("Ein Besuch in Rom steht auf dem Programm.", "Besuch", first="2020-06-15")
    words = {turn.word for turn in one.turns()}
    assert any(word.split()[:2] == ["steht", "auf"] for word in words)


def test_the_time_that_turns_the_status_is_told():
    one = trial("Kurz besucht Rom.", "besucht", first="2020-06-20")
    assert one.read() == Status.PLANNED
    two = trial("Kurz besucht Rom.", "besucht", first="2020-06-10")
    assert two.by_time() == Status.PLANNED
    reason = status_reason(two, two.read(), "de")
    assert "2020-06-10 liegt vor dem Tag der Meldung (2020-06-15)" in reason.text


def test_where_nothing_turns_it_that_is_said():
    one = trial("Die Partnerschaft mit Rom.", "Partnerschaft", "partnership")
    assert status_reason(one, one.read(), "en").text == (
        "no verb found; no single word decides; this is how such relations are in this tense"
    )
