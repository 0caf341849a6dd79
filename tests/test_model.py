import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release, Span
from relgraph.vocabulary import Basis, EntityType, RelationType, Status

TEXT = "Japan liegt bei der Robotik vorne."
RELEASE = Release(id="bw-1", title="Robotik", date="2023-12-01", text=TEXT)
JAPAN = Entity(id="id:JP", type=EntityType.COUNTRY, name="Japan", mentions=(Mention(text="Japan", start=0, end=5),))
EVIDENCE = Evidence(text=TEXT, start=0, end=len(TEXT))
STRENGTH = Relation(
    id="r", type=RelationType.STRENGTH, subject="id:JP", topics=("robotics",), rule="strength/vorne", evidence=EVIDENCE
)


def extraction(**changes):
    return Extraction(**({"release": RELEASE, "entities": (JAPAN,), "relations": (STRENGTH,)} | changes))


@pytest.mark.parametrize("date", ["1989", "1989-11", "1989-11-24"])
def test_a_date_is_a_day_a_month_or_a_year(date):
    assert Release(id="a", title="A", text="x", date=date).date == date


@pytest.mark.parametrize("date", ["89", "1989-13", "1989-11-32", "24.11.1989", "1989-1", "1989-11-24T10:00", ""])
def test_anything_else_is_no_date(date):
    with pytest.raises(ValidationError, match="is not a date"):
        Release(id="a", title="A", text="x", date=date)


@pytest.mark.parametrize("name", ["", "A-1", "a/b", "../a", "-a", "ä"])
def test_the_id_of_a_release_is_a_slug(name):
    with pytest.raises(ValidationError):
        Release(id=name, title="A", text="x")


def test_values_are_frozen_and_know_their_fields():
    with pytest.raises(ValidationError, match="frozen"):
        RELEASE.title = "other"
    with pytest.raises(ValidationError, match="Extra inputs"):
        Release(id="a", title="A", text="x", author="me")


@given(st.text(min_size=1), st.integers(0, 1000), st.integers(-3, 3))
def test_a_span_is_as_long_as_its_text(text, start, off):
    if off == 0:
        assert Span(text=text, start=start, end=start + len(text)).end == start + len(text)
    else:
        with pytest.raises(ValidationError):
            Span(text=text, start=start, end=start + len(text) + off)


def test_a_relation_has_an_object_or_a_topic():
    with pytest.raises(ValidationError, match="needs an object or a topic"):
        Relation(id="r", type=RelationType.STRENGTH, subject="id:JP", rule="x", evidence=EVIDENCE)


REVIEW = {"basis": Basis.REVIEWED, "reviewer": "Eva Muster", "reviewed_on": "2026-11-27"}


def test_a_relation_is_read_by_machine_unless_it_says_otherwise():
    assert (STRENGTH.basis, STRENGTH.reviewer, STRENGTH.reviewed_on) == (Basis.MACHINE, None, None)
    reviewed = Relation(**STRENGTH.model_dump() | REVIEW)
    line = json.loads(extraction(relations=(reviewed,)).to_json())["relations"][0]
    assert (line["basis"], line["reviewer"], line["reviewedOn"]) == ("reviewed", "Eva Muster", "2026-11-27")


@pytest.mark.parametrize(
    "said",
    [
        {**REVIEW, "reviewer": None},
        {**REVIEW, "reviewed_on": None},
        {**REVIEW, "basis": Basis.CURATED},
        {**REVIEW, "basis": Basis.MACHINE, "reviewed_on": None},
        {**REVIEW, "reviewer": None, "reviewed_on": None},
    ],
)
def test_a_reviewed_relation_and_no_other_says_who_reviewed_it_and_when(said):
    with pytest.raises(ValidationError, match="a reviewed relation, and no other, names its reviewer and the day"):
        Relation(**STRENGTH.model_dump() | said)


def test_a_review_has_a_name_and_a_whole_day():
    with pytest.raises(ValidationError, match="'2026-11' is not a day"):
        Relation(**STRENGTH.model_dump() | REVIEW | {"reviewed_on": "2026-11"})
    with pytest.raises(ValidationError, match="reviewer"):
        Relation(**STRENGTH.model_dump() | REVIEW | {"reviewer": ""})


def test_evidence_stands_where_it_says():
    moved = STRENGTH.model_copy(update={"evidence": Evidence(text="liegt", start=0, end=5)})
    with pytest.raises(ValidationError, match="no 'liegt' at 0–5"):
        extraction(relations=(moved,))


def test_a_mention_stands_where_it_says():
    moved = JAPAN.model_copy(update={"mentions": (Mention(text="Japan", start=6, end=11),)})
    with pytest.raises(ValidationError, match="no 'Japan' at 6–11"):
        extraction(entities=(moved,))


@pytest.mark.parametrize("end", ["subject", "object", "document", "event"])
def test_every_end_of_a_relation_is_an_entity_of_the_extraction(end):
    with pytest.raises(ValidationError, match="points at id:XX"):
        extraction(relations=(STRENGTH.model_copy(update={end: "id:XX"}),))


def test_json_has_the_field_names_of_the_contract():
    line = json.loads(extraction().to_json())
    assert list(line) == ["release", "entities", "relations"]
    assert list(line["release"]) == ["id", "title", "date", "publisher", "region", "language", "url", "text"]
    assert {"id", "type", "name", "mentions", "sameAs"} <= set(line["entities"][0])
    relation = line["relations"][0]
    assert {"from", "until", "date", "topics", "document", "event", "role", "amount", "rule"} <= set(relation)
    assert (relation["type"], relation["object"], relation["status"]) == ("strength", None, Status.ACTIVE)
    assert relation["evidence"] == {"text": TEXT, "start": 0, "end": len(TEXT)}


def test_json_reads_back_as_the_same_value():
    assert Extraction.model_validate_json(extraction().to_json()) == extraction()
