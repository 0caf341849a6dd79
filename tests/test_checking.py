"""Checks of a graph in parts beside the same shapes and queries over all of it at once."""

from pathlib import Path

import pytest
from rdflib import Graph
from tests.graph.conftest import make_extraction
from tests.graph.test_graph_checks import BREACHES, broken

from relgraph import checking
from relgraph.checking import check, check_part
from relgraph.graph.checks import check_evidence, check_queries, check_shapes
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.store.contents import named_graphs
from relgraph.store.embedded import memory_store
from relgraph.store.opening import open_store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, RelationType

XSD = PREFIXES["xsd"]
BROKEN = Graph().parse(Path(__file__).with_name("graph") / "broken.ttl").serialize(format="nt").splitlines()


def of(lines):
    return memory_store([*ontology_nquads(), *lines])


def at_once(lines):
    """The reference: pySHACL over everything, and each query over everything."""
    with of(lines) as store:
        graphs = [*named_graphs(store)]
        quotes = [one for graph in graphs for one in check_evidence(graph.graph.decode()[1:-1], graph.values())]
        return sorted({*check_shapes(lines), *check_queries(store.rows), *quotes})


@pytest.fixture(scope="module")
def lines():
    """Every type of relation in one release, two of them again in another."""
    first = make_extraction("bw-2023-12-01-alles", "2023-12-01", tuple(RelationType))
    again = make_extraction("bw-2024-nochmals", "2024", (RelationType.STRENGTH, RelationType.PARTNERSHIP))
    return nquads([first, again])


def test_the_good_graph_passes(built):
    with open_store(built / "store") as store:
        assert [one for one in check(store) if one.severity == "error"] == []


@pytest.mark.parametrize("together", [2, 1000])
def test_every_breach_is_found_in_parts_as_at_once(lines, monkeypatch, together):
    monkeypatch.setattr(checking, "_TOGETHER", together)
    wrong = [*lines, *BROKEN]
    for rule in BREACHES:
        wrong = broken(wrong, rule)
    expected = at_once(wrong)
    with of(wrong) as store:
        assert check(store) == expected
    assert len({one.rule for one in expected} & set(BREACHES)) > len(BREACHES) * 2 / 3


def test_a_part_is_held_against_what_stands_behind_it(lines):
    wrong = broken(broken(lines, "self-relation"), "joins-another-end")
    releases = {line.rpartition(" <")[2][:-3] for line in wrong if line.count("> <") > 2 and "/release/" in line}
    things = {line.partition(">")[0][1:] for line in wrong}
    with of(wrong) as store:
        whole = check(store)
        assert check_part(store, sorted(releases), sorted(things)) == whole
        assert [one.rule for one in check_part(store, [], sorted(things))] == ["joins-another-end"]
        assert check_part(store, [], []) == []
    assert {one.rule for one in whole} >= {"self-relation", "joins-another-end"}


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Backing", "backing-counts-differ"),
        ("MonthSum", "month-counts-differ"),
        ("YearSum", "year-counts-differ"),
        ("CountryField", "country-field-differs"),
        ("InstitutionField", "institution-field-differs"),
    ],
)
def test_a_sum_that_miscounts_is_found_in_parts(lines, name, rule):
    """Other things have a newest relation than ties and tallies, and are looked at even so."""
    sums = {line.partition(" ")[0] for line in lines if line.endswith(f"ontology#{name}> .")}
    number = {"MonthSum": "monthDay", "InstitutionField": "institutionRank"}.get(name, "relationCount")
    wrong = [line for line in lines if not (line.partition(" ")[0] in sums and f"#{number}>" in line)]
    wrong += [f'{one} <{ONTOLOGY}{number}> "20230000000900090009.5"^^<{XSD}decimal> .' for one in sums]
    with of(wrong) as store:
        found = {f"<{one.focus}>" for one in check(store) if one.rule == rule}
    assert found == sums != set()
