"""Every rule reads what its own examples say, and nothing in the rules fits one release alone."""

import pytest

from relgraph.errors import DataError
from relgraph.extraction.pipeline import frames, recognise
from relgraph.extraction.rules import Example, Rule, office_forms, rules
from relgraph.model import Release
from relgraph.vocabulary import RelationType

EXAMPLES = [
    pytest.param(entry.id, example, id=f"{entry.id}-{number}")
    for entry in (*rules(), *office_forms().values())
    for number, example in enumerate(entry.examples)
]


def told(text: str, region: str, rule: str) -> set[str]:
    """What a rule claims, or an office's form tells, whatever the scorer thinks of it."""
    draft, holdings = recognise(Release(id="example", title="Beispiel", region=region, date="2020-06-15", text=text))
    names = {entity.id: entity.name for entity in draft.entities.values()}
    claims = (claim for frame in frames(draft, holdings) for claim in frame.claims if claim.rule.id == rule)
    return {
        f"{names[claim.subject]} → {names[claim.object]}"
        if claim.object
        else f"{names[claim.subject]}: {', '.join(claim.topics)}"
        for claim in claims
    } | {f"{names[one.person]} → {names[one.body]}" for one in holdings if one.rule == rule}


COUNTERS = [
    pytest.param(rule.id, text, id=f"{rule.id}-{number}")
    for rule in rules()
    for number, text in enumerate(rule.counter)
]


@pytest.mark.parametrize(("rule", "text"), COUNTERS)
def test_rule_reads_nothing_of_its_counter_example(rule: str, text: str) -> None:
    assert told(text, "Brandenburg", rule) == set()


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_reads_its_example(rule: str, example: Example) -> None:
    assert set(example.reads) <= told(example.text, example.region, rule)


def test_every_relation_type_has_a_rule() -> None:
    assert {rule.type for rule in rules()} | {RelationType.AFFILIATION} == set(RelationType)


def test_rule_without_subject_is_refused() -> None:
    with pytest.raises(ValueError, match="needs either"):
        Rule.model_validate({"id": "visit/x", "type": "visit", "cues": ["reist"], "examples": [{"text": "x"}]})


def test_unknown_preposition_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown preposition"):
        Rule.model_validate(
            {
                "id": "visit/x",
                "type": "visit",
                "cues": ["reist"],
                "subject": {"types": ["actor"], "as": ["wer"]},
                "object": {"types": ["place"], "as": ["nahc"]},
                "examples": [{"text": "x"}],
            }
        )


def test_rule_file_error_names_file_and_key(tmp_path) -> None:
    from relgraph.extraction.rules import _read

    (tmp_path / "visit.yml").write_text("- {id: visit/x, type: visit, cue: [reist]}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"visit\.yml: 0\."):
        list(_read(tmp_path))
