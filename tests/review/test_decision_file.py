import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.errors import DataError
from relgraph.review.decision_file import append_decisions, decisions_path, read_decisions
from relgraph.review.decisions import Accept, Add, Change, Correct, Different, End, Link, Reject, Same, Stated, Unsure
from relgraph.vocabulary import EntityType, RelationType, Status

SIGNED = {"by": "Eva Muster", "date": "2026-11-27"}
VISIT = {"type": "visit", "subject": "Hajime Furuta", "object": "Baden-Württemberg"}
ACCEPT = Accept(**SIGNED, release="bw-1", sentence="Er kam.", relation=VISIT)

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
dates = st.sampled_from(["1989", "1989-11", "1989-11-24"])
ends = st.builds(End, name=texts, type=st.none() | st.sampled_from(EntityType), id=st.none() | texts)
details = {
    "topics": st.lists(st.sampled_from(["robotics", "trade"]), max_size=2).map(tuple),
    "document": st.none() | ends, "event": st.none() | ends, "role": st.none() | texts, "amount": st.none() | texts,
    "date": st.none() | dates, "from_": st.none() | dates, "until": st.none() | dates,
}  # fmt: skip
stated = st.builds(
    Stated, type=st.sampled_from(RelationType), subject=ends, object=ends,
    status=st.none() | st.sampled_from(Status), **details,
)  # fmt: skip
changes = st.fixed_dictionaries(
    {}, optional={"type": st.sampled_from(RelationType), "subject": ends, "status": st.sampled_from(Status), **details}
)
signed = {"by": texts, "date": st.just("2026-11-27"), "note": st.none() | texts}
of_relation = {"release": st.just("bw-1"), "sentence": texts, "relation": stated}
decisions = st.one_of(
    *(st.builds(kind, **signed, **of_relation) for kind in (Accept, Reject, Add)),
    st.builds(Correct, to=changes.filter(bool).map(lambda said: Change(**said)), **signed, **of_relation),
    *(
        st.tuples(ends, ends)
        .filter(lambda two: two[0] != two[1])
        .flatmap(lambda two, kind=kind: st.builds(kind, entity=st.just(two[0]), other=st.just(two[1]), **signed))
        for kind in (Same, Different, Unsure)
    ),
    st.builds(Link, entity=ends, to=ends, release=st.none() | st.just("bw-1"), **signed),
)


@settings(deadline=None)  # the first example loads the topics
@given(st.lists(decisions, max_size=4), st.lists(decisions, max_size=4))
def test_what_is_appended_is_read_back(tmp_path_factory, first, second):
    path = tmp_path_factory.mktemp("decisions") / "decisions.yml"
    append_decisions(path, first)
    append_decisions(path, second)
    assert read_decisions(path) == (*first, *second)


def test_what_stands_in_the_file_stays_as_it_is(tmp_path):
    path = tmp_path / "decisions.yml"
    path.write_text("# ours\n- decision: same   # sure\n  by: Eva\n  date: 2026-11-26\n  entity: A\n  other: B\n")
    append_decisions(path, [ACCEPT])
    assert path.read_text(encoding="utf-8") == (
        "# ours\n- decision: same   # sure\n  by: Eva\n  date: 2026-11-26\n  entity: A\n  other: B\n"
        "- decision: accept\n  by: Eva Muster\n  date: 2026-11-27\n  release: bw-1\n  sentence: Er kam.\n"
        "  relation:\n    type: visit\n    subject: Hajime Furuta\n    object: Baden-Württemberg\n"
    )


@pytest.mark.parametrize("empty", ["", "[]\n", "# nothing yet\n[]\n", "---\n", "# nothing yet\n"])
def test_an_empty_file_holds_no_decision_and_takes_one(tmp_path, empty):
    path = tmp_path / "decisions.yml"
    path.write_text(empty)
    assert read_decisions(path) == ()
    append_decisions(path, [ACCEPT])
    assert read_decisions(path) == (ACCEPT,)


def test_a_file_that_is_laid_out_otherwise_is_left_alone(tmp_path):
    path = tmp_path / "decisions.yml"
    path.write_text("[{decision: same, by: Eva, date: 2026-11-26, entity: A, other: B}]\n")
    before = path.read_bytes()
    with pytest.raises(DataError):
        append_decisions(path, [ACCEPT])
    assert path.read_bytes() == before


ENTRY = "decision: accept, by: Eva, date: 2026-11-27, release: bw-1, sentence: x, relation: {type: visit, subject: A"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("decision: accept\n", "not a list of decisions"),
        ("- accept\n", "decision 1: not a mapping"),
        ("- {by: Eva}\n", "decision 1: None is no decision; there are accept, reject, correct"),
        ("- {decision: perhaps}\n", "decision 1: 'perhaps' is no decision"),
        (f"- {{{ENTRY}, object: B}}}}\n- {{{ENTRY}}}}}\n", r"decision 2 \(accept\): relation: a relation needs"),
        (f"- {{{ENTRY}, object: B, state: x}}}}\n", r"relation.state: Extra inputs are not permitted, not 'x'"),
        (f"- {{{ENTRY}, topics: [robots]}}}}\n", r"decision 1 \(accept\): unknown topic 'robots'"),
        (f"- {{{ENTRY}, topics: [Robotik]}}}}\n", r"unknown topic 'Robotik'; did you mean robotics"),
        ("- {decision: same, by: Eva, date: 2026-11, entity: A, other: B}\n", "date: '2026-11' is not a day"),
        ("- {decision: same, by: Eva, date: 2026-02-30, entity: A, other: B}\n", "'2026-02-30' is no day"),
        ("- {decision: same, by: Eva, date: 2026-11-27, entity: A, other: A}\n", "both are 'A'"),
        ("- decision: accept\n  by: Eva\n  decision: reject\n", "line 3: 'decision' stands twice"),
        ("- {decision: same, by: Eva\n", "line 2"),
    ],
)  # fmt: skip
def test_what_is_no_decision_is_told_with_file_and_place(tmp_path, text, why):
    path = tmp_path / "decisions.yml"
    path.write_text(text)
    with pytest.raises(DataError, match=rf"decisions\.yml: .*{why}"):
        read_decisions(path)


def test_a_file_that_is_missing_is_told(tmp_path):
    with pytest.raises(DataError, match="cannot be read: No such file"):
        read_decisions(tmp_path / "decisions.yml")


def test_the_bundled_decisions_can_be_read():
    read_decisions(decisions_path())
