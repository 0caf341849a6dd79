import pytest

from relgraph.evaluation.comparison import Comparison
from relgraph.evaluation.mistakes import mistake_table, mistakes
from relgraph.evaluation.split import closed_ids
from relgraph.names.gazetteer import gazetteer

TEXT = "Lindenland besucht Aokawa. Seit 2019 warnt Quellhafen davor."
ENTITIES = (
    ("Region", "Lindenland", "Lindenland"),
    ("Region", "Aokawa", "Aokawa"),
    ("City", "Quellhafen", "Quellhafen"),
)


def told(comparison, **options):
    return [(one.error, one.type, one.expected, one.found, one.rule) for one in mistakes([comparison], **options)]


@pytest.fixture
def compared(annotated, extracted):
    def compared(wanted, read, *, entities=ENTITIES, read_entities=ENTITIES, release_id="ll-1"):
        gold = annotated(release_id, TEXT, entities, wanted)
        return Comparison(gold, extracted(release_id, TEXT, read_entities, read))

    return compared


def test_entities_missed_and_superfluous_stand_with_their_sentence(annotated, extracted, compared):
    comparison = compared((), (), entities=ENTITIES[:2], read_entities=ENTITIES[1:])
    assert [(one.error, one.expected, one.found, one.sentence) for one in mistakes([comparison])] == [
        ("entity missed", "Lindenland", "", "Lindenland besucht Aokawa."),
        ("entity superfluous", "", "Quellhafen", "Seit 2019 warnt Quellhafen davor."),
    ]


def test_a_missed_relation_names_what_was_read_instead(compared):
    comparison = compared(
        [
            ("visit", "Lindenland", "Aokawa", {"topics": ("trade",)}),
            ("interest", "Quellhafen", None, {"topics": ("trade",)}),
        ],
        [("meeting", "Aokawa", "Lindenland", {})],
    )
    assert told(comparison) == [
        ("relation missed", "visit", "Lindenland → Aokawa [trade]", "meeting: Aokawa → Lindenland", "meeting/a"),
        ("relation missed", "interest", "Quellhafen → [trade]", "", ""),
        ("relation superfluous", "meeting", "", "Aokawa → Lindenland", "meeting/a"),
    ]


def test_what_a_matched_relation_says_wrong(compared):
    ends = ("visit", "Lindenland", "Aokawa")
    comparison = compared(
        [(*ends, {"topics": ("trade", "sport"), "status": "concluded", "date": "2019"})],
        [(*ends, {"topics": ("trade",), "status": "planned", "from_": "2018"})],
    )
    assert told(comparison) == [
        ("topics", "visit", "sport trade", "trade", "visit/a"),
        ("status", "visit", "concluded", "planned", "visit/a"),
        ("date", "visit", "2019", "2018", "visit/a"),
    ]


def test_what_is_right_is_no_mistake(compared):
    relations = [("visit", "Lindenland", "Aokawa", {"status": "planned"})]
    assert told(compared(relations, relations)) == []


def test_an_entity_linked_to_another_is_one(annotated, extracted):
    text = "Freiburg und Genf."
    gold = annotated("ll-1", text, [("City", "Freiburg im Breisgau", "Freiburg"), ("City", "Genf", "Genf")], ())
    read = extracted("ll-1", text, [("City", "Genf", "Genf")], ())
    wrong = gazetteer().resolve("Genf").model_copy(update={"name": "Freiburg im Breisgau"})
    comparison = Comparison(gold, read.model_copy(update={"entities": (wrong, *read.entities)}))
    assert told(comparison) == [
        ("link", "City", "https://w3id.org/relgraph/id/city/2925177", wrong.id, ""),
        ("link", "City", wrong.id, "no link", ""),
    ]


def test_a_closed_release_shows_nothing_unless_it_is_asked_for(compared):
    comparison = compared([("visit", "Lindenland", "Aokawa", {})], (), release_id=min(closed_ids()))
    assert told(comparison) == []
    assert len(told(comparison, reveal_closed=True)) == 1


def test_a_release_that_was_not_read_is_missed_without_a_sentence(annotated):
    comparison = Comparison(annotated("ll-1", TEXT, ENTITIES[:1], ()), None)
    assert [row[:4] for row in mistake_table(mistakes([comparison])).dicts() for row in [list(row.values())]] == [
        ["ll-1", "entity missed", "Region", "Lindenland"]
    ]
