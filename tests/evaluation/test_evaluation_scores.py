from pathlib import Path

import pytest

from relgraph.evaluation.measure import Measure
from relgraph.evaluation.scores import FIGURES, Key, score
from relgraph.resources import read_yaml

CASES = read_yaml(Path(__file__).with_name("cases.yml"))
PEOPLE = (("Region", "Lindenland", "Lindenland"), ("Region", "Aokawa", "Aokawa"))


@pytest.fixture
def sides(annotated, extracted):
    """The annotation of a case and what was read, as a list that may be empty."""

    def sides(case, release_id="case"):
        found = case.get("found")
        read = [extracted(release_id, case["text"], **found)] if found else []
        return annotated(release_id, case["text"], **case["gold"]), read

    return sides


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_each_case_counts_as_it_should(sides, case):
    gold, read = sides(case)
    scores = score({"case": gold}, read)
    assert {figure: list(scores[figure]) for figure in case["counts"]} == case["counts"]


def test_all_cases_together_give_the_figures_of_the_sum(sides):
    pairs = [sides(case, f"case-{number}") for number, case in enumerate(CASES)]
    scores = score({gold.id: gold for gold, _ in pairs}, [one for _, read in pairs for one in read])
    assert scores.missing == (f"case-{len(CASES) - 1}",)
    shares = {
        name: tuple(round(share, 4) for share in (m.precision, m.recall, m.f1))
        for name in FIGURES
        for m in [scores[name]]
    }
    assert shares["entities"] == (0.8333, 0.8, 0.8163)
    assert shares["relations"] == (0.3913, 0.4286, 0.4091)
    assert shares["pairs"] == (0.6667, 0.7692, 0.7143)
    assert shares["topics"] == (0.6667, 0.5, 0.5714)
    assert shares["status"] == shares["date"] == (0.6667, 0.6667, 0.6667)
    by_type = {group: scores.total[Key("relations", group)] for group in scores.total.groups("relations")}
    assert by_type == {
        "affiliation": (1, 1, 1), "concern": (0, 2, 2), "cooperation": (1, 2, 3), "interest": (0, 0, 1),
        "meeting": (2, 6, 3), "partnership": (2, 2, 2), "strength": (1, 3, 3), "support": (0, 0, 1),
        "trade": (0, 1, 0), "visit": (2, 6, 5),
    }  # fmt: skip
    by_type = {group: scores.total[Key("entities", group)] for group in scores.total.groups("entities")}
    assert by_type == {
        "City": (1, 3, 2), "Country": (1, 1, 1), "GovernmentBody": (1, 2, 2), "Person": (1, 1, 1),
        "Region": (15, 15, 17), "ResearchInstitution": (1, 2, 2),
    }  # fmt: skip


def test_a_rule_has_what_it_read_and_what_of_it_is_right(annotated, extracted):
    gold = annotated("ll-1", "Lindenland und Aokawa.", PEOPLE, [("visit", "Lindenland", "Aokawa", {})])
    read = extracted(
        "ll-1",
        "Lindenland und Aokawa.",
        PEOPLE,
        [
            ("visit", "Lindenland", "Aokawa", {"rule": "visit/a"}),
            ("visit", "Aokawa", "Lindenland", {"rule": "visit/b"}),
        ],
    )
    total = score({"ll-1": gold}, [read]).total
    assert total[Key("rules", "visit/a")] == Measure(1, 1, 0)
    assert total[Key("rules", "visit/b")] == Measure(0, 1, 0)


def test_a_release_that_was_not_annotated_does_not_count(extracted):
    read = extracted("ll-2", "Lindenland.", PEOPLE[:1], ())
    assert score({}, [read])["entities"] == Measure()


@pytest.mark.parametrize(
    ("annotations", "readings", "right"),
    [
        ((), (), 1),
        (("affiliation",), ("affiliation",), 1),
        ((), ("affiliation",), 1),
        ((), ("visit",), 0),
        (("affiliation",), ("affiliation", "meeting"), 0),
    ],
)
def test_a_domestic_release_is_right_where_nothing_foreign_is_read(annotated, extracted, annotations, readings, right):
    ends = (("Person", "Ute Berger", "Ute Berger"), ("Region", "Lindenland", "Lindenland"))
    told = [[(kind, "Ute Berger", "Lindenland", {}) for kind in kinds] for kinds in (annotations, readings)]
    text = "Ute Berger und Lindenland."
    scores = score({"ll-1": annotated("ll-1", text, ends, told[0])}, [extracted("ll-1", text, ends, told[1])])
    assert scores["domestic"] == Measure(right, 1, 1)


def test_a_release_with_foreign_relations_is_not_domestic(annotated, extracted):
    gold = annotated("ll-1", "Lindenland und Aokawa.", PEOPLE, [("visit", "Lindenland", "Aokawa", {})])
    assert score({"ll-1": gold}, [extracted("ll-1", "Lindenland und Aokawa.", PEOPLE, ())])["domestic"] == Measure()
