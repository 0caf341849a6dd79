import pytest

from relgraph.evaluation.comparison import Comparison
from relgraph.evaluation.reading import Evaluation
from relgraph.evaluation.rule_table import BY_HEART, IDLE
from relgraph.evaluation.split import Part
from relgraph.evaluation.views import view
from relgraph.extraction.rules import rules

ENTITIES = (("Region", "Lindenland", "Lindenland"), ("City", "Aokawa", "Aokawa"))
RULE = next(iter(rules()))
TEXTS = {"a": f"Lindenland und Aokawa. {RULE.examples[0].text}", "b": "Lindenland und Aokawa."}


@pytest.fixture
def evaluation(annotated, extracted):
    """Two releases of two regions; the first rule of all reads in the first one only."""
    read = {"a": [(RULE.type, "Lindenland", "Aokawa", {"rule": RULE.id})], "b": [("visit", "Lindenland", "Aokawa", {})]}
    wanted = [("visit", "Lindenland", "Aokawa", {})]
    return Evaluation(
        tuple(
            Comparison(annotated(key, text, ENTITIES, wanted), extracted(key, text, ENTITIES, read[key], region=region))
            for (key, text), region in zip(TEXTS.items(), ("Bayern", "Sachsen"), strict=True)
        ),
        (),
    )


def shown(evaluation, by, *columns):
    table = view(evaluation, [Part.OPEN], by, people=False)
    return [tuple(row[name] for name in columns) for row in table.dicts()]


def test_by_type(evaluation):
    rows = shown(evaluation, "type", "figure", "group", "part", "matched", "found", "gold")
    assert rows == [
        ("entities", "City", "open", "2", "2", "2"),
        ("entities", "Region", "open", "2", "2", "2"),
        ("relations", RULE.type, "open", "0", "1", "0"),
        ("relations", "visit", "open", "1", "1", "2"),
    ]


def test_by_region(evaluation):
    rows = shown(evaluation, "region", "figure", "group", "matched", "found", "gold")
    assert [row for row in rows if row[0] == "relations"] == [
        ("relations", "Bayern", "0", "1", "1"),
        ("relations", "Sachsen", "1", "1", "1"),
    ]


def test_by_rule_names_those_that_read_nothing_and_those_learnt_by_heart(evaluation):
    rows = {
        row[0]: row[1:] for row in shown(evaluation, "rule", "rule", "part", "matched", "found", "releases", "note")
    }
    assert rows["visit/a"] == ("open", "1", "1", "1", "")
    assert rows[RULE.id] == ("open", "0", "1", "1", BY_HEART)
    idle = {rule for rule, row in rows.items() if row == ("", "0", "0", "0", IDLE)}
    assert {rule.id for rule in rules()} - {RULE.id} <= idle


def test_a_rule_that_reads_elsewhere_too_is_not_learnt_by_heart(evaluation):
    twice = Evaluation((*evaluation.comparisons, evaluation.comparisons[0]), ())
    assert dict(shown(twice, "rule", "rule", "note"))[RULE.id] == ""


def test_by_confidence(evaluation):
    assert shown(evaluation, "confidence", "confidence", "relations", "right") == [
        ("0.9 to 1.0", "2", "0.500"),
        ("all", "2", "0.500"),
    ]


def test_by_nothing_an_interval_stands_around_each_figure(evaluation):
    for row in view(evaluation, [Part.OPEN], None, people=False).dicts():
        for share in ("precision", "recall", "f1"):
            low, value, high = (float(row[f"{share}{end}"]) for end in ("_low", "", "_high"))
            assert low <= value <= high
