import pytest

from relgraph.explaining.diagnosing import why_not
from relgraph.explaining.refusing import tell_refusal
from relgraph.vocabulary import RelationType


@pytest.fixture
def diagnosed(release):
    def diagnose(text, expect=None, language="de", **fields):
        return why_not(release(text, **fields), RelationType(expect) if expect else None, language)

    return diagnose


def test_what_was_recognised_is_told(diagnosed):
    (one,) = diagnosed("Ministerin Anna Lang sprach am 3. Mai 2020 in Japan über Wasserstoff.").sentences
    assert {(seen.name, seen.type.value, seen.linked) for seen in one.recognised} == {
        ("Anna Lang", "Person", False), ("Japan", "Country", True),
    }  # fmt: skip
    assert ("Japan", "in", ("Japan",)) in [(phrase.words, phrase.governs, phrase.names) for phrase in one.phrases]
    assert [topic.topic for topic in one.topics] == ["hydrogen"]
    assert [(date.words, date.value) for date in one.dates] == [("3. Mai 2020", "2020-05-03")]


def test_what_is_read_is_told_and_nothing_has_to_change(diagnosed):
    (one,) = diagnosed("Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan.", "visit").sentences
    assert ("Karl Vogt", "Japan") in [(read.subject, read.object) for read in one.read]
    assert one.changes == ()


def test_a_negation_is_told(diagnosed):
    (one,) = diagnosed("Ministerpräsident Karl Vogt reiste nicht nach Japan.", "visit").sentences
    assert not one.read
    assert {stop.check for stop in one.stops} == {"negated"}
    assert any(refused.denied for refused in one.refused)
    assert one.changes[0].startswith("„Besuch“ wird verneint")


def test_a_type_that_no_word_announces_is_told_with_words_that_would(diagnosed):
    (one,) = diagnosed("Japan liegt in Asien.", "agreement").sentences
    assert one.announced == ()
    assert one.changes[0].startswith("Ein Wort müsste „Vereinbarung“ ankündigen")
    assert "unterzeichnen" in one.changes[0]


def test_a_domestic_text_is_told(diagnosed):
    refusal = diagnosed("Potsdam und Cottbus unterzeichnen eine Vereinbarung.")
    assert refusal.domestic
    assert refusal.sentences[0].changes[0].startswith("Der Text müsste ins Ausland führen")
    assert not refusal.sentences[0].read
    likeliest = refusal.sentences[0].refused[0]
    assert {likeliest.subject, likeliest.object} == {"Potsdam", "Cottbus"}
    assert likeliest.probability >= refusal.threshold


def test_nobody_recognised_is_told(diagnosed):
    (one,) = diagnosed("Gestern wurde endlich etwas unterzeichnet.", "agreement").sentences
    assert one.changes[0].startswith("Der Satz müsste jemanden nennen")


def test_what_the_scorer_refused_is_told_with_what_weighs_against_it(diagnosed):
    refusal = diagnosed("Karl Vogt las in Japan von einem Besuch der Stadt Rom in Ghana.", "visit")
    (one,) = refusal.sentences
    assert one.refused
    for refused in one.refused:
        assert refused.denied or refused.probability < refusal.threshold
        assert all(step.weight < 0 for step in refused.against)


def test_a_rule_that_wants_another_phrase_says_which(diagnosed):
    (one,) = diagnosed("Karl Vogt reist ohne Umweg über den Atlantik; Ghana wartet.", "visit", "en").sentences
    assert one.stops
    assert all(stop.check for stop in one.stops)


def test_a_later_sentence_knows_of_the_earlier(diagnosed):
    refusal = diagnosed("Ministerpräsident Karl Vogt reiste nach Japan. Er traf Gouverneurin Aiko Tanaka.")
    assert len(refusal.sentences) == 2
    assert any("Karl Vogt" in phrase.names for phrase in refusal.sentences[1].phrases)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sheet_has_all_parts(diagnosed, language):
    text = "Ministerpräsident Karl Vogt reiste nicht nach Japan, um über Wasserstoff zu reden."
    told = tell_refusal(diagnosed(text, language=language), language)
    headings = {
        "de": ("Erkannt", "Satzglieder", "Angekündigt", "Regeln, die nahe waren", "Erwogen und verworfen", "Was sich"),
        "en": ("Recognised", "Phrases", "Announced", "Rules that came close", "Weighed and refused", "What would"),
    }
    for heading in headings[language]:
        assert f"\n{heading}" in told
    assert max(map(len, told.splitlines())) <= 100


def test_a_relation_that_runs_both_ways_is_told_once(diagnosed):
    (one,) = diagnosed("Zwischen Potsdam und Kyoto besteht seit 1960 eine Partnerschaft.", "partnership").sentences
    assert [{read.subject, read.object} for read in one.read] == [{"Potsdam", "Kyoto"}]
