import math

import pytest

from relgraph.explaining.readings import groups, read_feature
from relgraph.explaining.words import LANGUAGES
from relgraph.extraction.candidates import candidates
from relgraph.extraction.features import Features
from relgraph.extraction.pipeline import frames, recognise
from relgraph.resources import folder

NAMES = {"s": "Kurz", "o": "Rom", "cue": "besucht"}


def weighed_features():
    lines = (folder("data") / "scorer.tsv").read_text(encoding="utf-8").splitlines()
    names = (line.split("\t")[0] for line in lines if not line.startswith("#"))
    return [name for name in names if name.split(" ")[0] != "topic"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feature_that_weighs_something_has_words(language):
    silent = [name for name in weighed_features() if read_feature(name, NAMES, language) is None]
    assert not silent, f"give them words in data/explanations/features.yml: {silent[:9]}"


def test_every_group_is_listed_and_used():
    used = {read_feature(name, NAMES, "de").group for name in weighed_features()}
    assert used == set(groups())


def test_features_of_a_sentence_have_words(release):
    made = release("Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan und traf Gouverneurin Aiko Tanaka.")
    draft, holdings = recognise(made)
    for frame in frames(draft, holdings):
        features = Features(frame)
        for candidate in candidates(frame):
            assert all(read_feature(name, NAMES, "de") for name in features.of(candidate))


@pytest.mark.parametrize(
    ("feature", "group", "text"),
    [
        ("visit s=nom before near 0", "subject", "Nominativ (wer?), dicht vor dem Signalwort, im selben Satzteil"),
        ("o=nach after far", "object", "hinter „nach“, weit hinter dem Signalwort"),
        ("visit s=leader", "subject", "nicht genannt; ergänzt ist, wer zuerst mit einem Amt auftritt"),
        ("besuchen o=acc after", "object", "Akkusativ (wen?) hinter einem Wort der Familie „besuchen“"),
        ("interest0 stype=Region", "subject", "ist: Region"),
        ("sides=own>person-abroad", "sides", "eigene Seite der Meldung und Person aus dem Ausland"),
        ("rule=visit/reist-nach", "rules", "die Regel visit/reist-nach liest diese Beziehung"),
        ("visit other=meeting", "rivals", "eine Regel liest für dieses Paar etwas anderes: Gespräch"),
        ("visit", "base", "gilt für jede Beziehung dieser Art"),
        ("meeting order=same", "pair", "beide in einer Aufzählung"),
    ],
)
def test_a_feature_is_told_in_words(feature, group, text):
    reading = read_feature(feature, NAMES, "de")
    assert (reading.group, reading.text) == (group, text)


def test_weights_of_all_groups_make_the_probability(explained):
    told = explained("Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan.", "visit").confidence
    total = sum(step.weight for group in told.groups for step in group.steps)
    assert sum(group.weight for group in told.groups) == pytest.approx(total, abs=0.01)
    assert 1 / (1 + math.exp(-total)) == pytest.approx(told.probability)
