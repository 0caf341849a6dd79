import pytest

from relgraph.errors import StoreError
from relgraph.evaluation.split import closed_ids
from relgraph.explaining.reasons import explain_relation
from relgraph.extraction.pipeline import extract
from relgraph.releases.reader import read_release
from relgraph.resources import folder

TRIP = (
    "Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan, wo er mit Gouverneurin Aiko Tanaka über Wasserstoff "
    "sprach. In Tokio traf Karl Vogt am 4. Mai 2020 Gouverneurin Aiko Tanaka zu einem Gespräch."
)


PATHS = [path for path in sorted((folder("data") / "releases").rglob("*.md")) if path.stem not in closed_ids()]


@pytest.mark.parametrize("path", PATHS[::9], ids=lambda path: path.stem)
def test_every_relation_is_explained_with_the_confidence_that_it_has(path):
    made = read_release(path)
    for relation in extract(made).relations:
        told = explain_relation(made, relation)
        assert round(told.confidence.probability, 2) == relation.confidence
        assert told.status.status == relation.status
        dates = {"date": relation.date, "from": relation.from_, "until": relation.until}
        assert {date.field: date.value for date in told.dates} == {name: date for name, date in dates.items() if date}
        assert {topic.topic for topic in told.topics if topic.taken} == set(relation.topics)
        assert [end.id for end in told.ends[:2] if end.end in ("subject", "object")] in (
            [id_ for id_ in (relation.subject, relation.object) if id_],
            [id_ for id_ in (relation.object, relation.subject) if id_],
        )


def test_the_rule_is_told_with_its_examples(explained):
    cause = explained("Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan.", "visit").cause
    assert cause.kind == "rule"
    assert cause.id.startswith("visit/")
    assert cause.cue == "reiste"
    assert cause.examples


def test_other_sentences_and_rivals_are_told(explained):
    told = explained(TRIP, "meeting")
    assert [support.sentence.text in TRIP for support in told.supports] == [True]
    assert all(rival.probability >= 0.02 for rival in told.rivals)


def test_topics_have_a_probability_and_their_words(explained):
    told = explained("Brandenburg arbeitet mit Japan bei Wasserstoff eng zusammen.", "cooperation")
    topic = next(topic for topic in told.topics if topic.topic == "hydrogen")
    assert (topic.label, topic.words, topic.where, topic.taken) == ("Wasserstoff", ("Wasserstoff",), "here", True)
    assert 0.5 <= topic.probability <= 1


def test_a_relation_of_another_text_is_refused(release):
    made = release("Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan.")
    relation = next(one for one in extract(made).relations if one.type.value == "visit")
    with pytest.raises(StoreError, match="build the store again"):
        explain_relation(release("Karl Vogt blieb am 3. Mai 2020 zu Hause."), relation)
