import pytest

from relgraph.errors import QueryError, UnknownName
from relgraph.review.answers import Answers, Move, Signature
from relgraph.review.decisions import Accept, Correct, Different, End, Link, Reject, Same, Unsure
from relgraph.review.queue import Choice, Kind, Queue
from relgraph.vocabulary import EntityType, RelationType, Status


@pytest.fixture
def answers(material):
    return Answers(material, Queue(material, Choice()).end, Signature("Eva Muster", "2026-11-27"))


@pytest.fixture
def visit(queued):
    return queued(relation_types=frozenset({RelationType.VISIT}))[0]


@pytest.fixture
def name(queued):
    return queued(kinds=(Kind.NAMES,))[0]


@pytest.fixture
def pair(queued):
    return queued(kinds=(Kind.DUPLICATES,))[0]


@pytest.mark.parametrize(("text", "move"), [("s", Move.SKIP), ("undo", Move.UNDO), ("Q", Move.QUIT)])
def test_moves(answers, visit, name, pair, text, move):
    assert [answers.read(text, item) for item in (visit, name, pair)] == [move] * 3


def test_relations(answers, visit):
    (accepted,), (rejected,) = answers.read("a", visit), answers.read("reject", visit)
    assert (type(accepted), type(rejected)) == (Accept, Reject)
    assert (accepted.by, accepted.date, accepted.release) == ("Eva Muster", "2026-11-27", "r1")
    assert accepted.sentence == "Hans Müller besuchte Japan."
    assert accepted.relation.subject == End(name="Hans Müller")
    assert accepted.key == rejected.key == visit.key


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("type=strength topics=robotics", "a strength has topics and no object"),
        ("type=membership", "a membership aims at no Country"),
        ("type=affiliation subject=Japan", "an affiliation runs from no Country"),
        ("object= topics=robotics", "a visit needs an object"),
        ("from=2020 until=2019-05", "a relation from 2020 does not end 2019-05"),
    ],
)
def test_a_correction_that_no_graph_takes_is_refused(answers, visit, line, why):
    with pytest.raises(QueryError, match=why):
        answers.read(f"correct {line}", visit)


def test_corrections(answers, visit):
    ends = 'subject="h. müller" object=Japan role="Minister a. D."'
    line = f"c type=Gespräch {ends} status=planned topics=Robotik,trade date="
    (correct,) = answers.read(line, visit)
    assert isinstance(correct, Correct)
    assert correct.to.model_dump(exclude_unset=True) == {
        "type": RelationType.MEETING,
        "subject": {"name": "H. Müller"},
        "object": {"name": "Japan"},
        "status": Status.PLANNED,
        "topics": ("robotics", "trade"),
        "date": None,
        "role": "Minister a. D.",
    }


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("object=Frankreich", End(name="Frankreich", type=EntityType.COUNTRY)),
        ('object="Wega Zirkel (Company)"', End(name="Wega Zirkel", type=EntityType.COMPANY)),
        ('object="Novatron AG"', End(name="Novatron AG")),
    ],
)
def test_ends_of_the_graph_of_authorities_and_new_ones(answers, visit, line, end):
    assert answers.read(f"correct {line}", visit)[0].to.object == end


def test_names(answers, name):
    (link,) = answers.read("1", name)
    assert isinstance(link, Link)
    assert (link.entity.name, link.to.name) == ("Heidelberg University", "Universität Heidelberg")
    assert [type(one) for one in answers.read("n", name)] == [Different] * len(name.candidates)
    assert [type(one) for one in answers.read("unsure", name)] == [Unsure] * len(name.candidates)
    assert answers.read("none", name) == answers.read("n", name)


@pytest.mark.parametrize(("text", "kind"), [("y", Same), ("same", Same), ("n", Different), ("m", Unsure)])
def test_pairs(answers, pair, text, kind):
    (decision,) = answers.read(text, pair)
    assert (type(decision), decision.key) == (kind, pair.key)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("y", "'y': is no answer here"),
        ("a because", "no answer"),
        ("c", "no answer"),
        ("c status", "status: is no FIELD=VALUE"),
        ("c colour=red", "fields are type, subject"),
        ("c status=vielleicht", "unknown status 'vielleicht'"),
        ("c topics=Wolkenkunde", "unknown topic"),
        ("c date=gestern", "not a date"),
        ("c type=", "a relation has a type"),
        ("c object=", "needs an object or a topic"),
        ('c object="offen', "No closing quotation"),
        ("c object=Wexelbrunnquaste", r"unknown entity \(a new one needs its type in brackets\)"),
        ("c object=Novatron", "names several"),
    ],
)
def test_what_is_no_answer_says_why(answers, visit, line, why):
    with pytest.raises((QueryError, UnknownName), match=why):
        answers.read(line, visit)


def test_a_number_that_is_no_candidate(answers, name, pair):
    for item, text in ((name, "9"), (name, "0"), (name, "a"), (pair, "1"), (pair, "none at all")):
        with pytest.raises(QueryError, match="no answer"):
            answers.read(text, item)
