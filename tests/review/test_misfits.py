"""A decision that no longer fits is told with its sentence and with what stands in its place."""

import pytest

from relgraph.review.decisions import Accept, Link, Same
from relgraph.review.misfits import Why, unfit

SIGNED = {"by": "Eva Muster", "date": "2026-11-27"}
SENTENCE = "Ministerpräsident Winfried Kretschmann reiste im Mai nach Japan."
ACCEPTED = Accept(
    **SIGNED, release="bw-1", sentence=SENTENCE,
    relation={"type": "visit", "subject": "Winfried Kretschmann", "object": "Japan"},
)  # fmt: skip


def test_a_sentence_that_is_gone_is_told_with_the_one_that_is_most_like_it():
    text = f"Heute scheint die Sonne.\n\n{SENTENCE.replace('Mai', 'Juni')} Sonst nichts."
    told = unfit(ACCEPTED, Why.NO_SENTENCE, text=text)
    assert told.now == SENTENCE.replace("Mai", "Juni")
    assert told.tell("de") == (
        f"bw-1: bestätigt: Besuch Winfried Kretschmann – Japan (Eva Muster, 27.11.2026) passt nicht mehr: "
        f"der Satz steht nicht mehr da: „{SENTENCE}“; jetzt steht da: „{told.now}“"
    )
    assert "no longer fits: its sentence is gone: “Minister" in told.tell("en")


def test_where_nothing_is_like_a_sentence_nothing_is_offered():
    assert unfit(ACCEPTED, Why.NO_SENTENCE, text="Heute scheint die Sonne.").now is None
    assert unfit(ACCEPTED, Why.NO_SENTENCE).now is None


def test_a_topic_stands_where_a_relation_has_no_object():
    strength = {"type": "strength", "subject": "Japan", "topics": ["robotics"]}
    told = unfit(ACCEPTED.model_copy(update={"relation": ACCEPTED.relation.model_validate(strength)}), Why.NOT_READ)
    assert told.about == "Japan – robotics"


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_reason_has_words(why, language):
    same = unfit(Same(**SIGNED, entity="Nova", other="Novatron AG"), why, "Nova").tell(language)
    link = unfit(Link(**SIGNED, entity="Nova", to="Novatron AG", release="bw-1"), why, "Nova").tell(language)
    assert "Nova – Novatron AG (" in same
    assert link.startswith("bw-1: ")
