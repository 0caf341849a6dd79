import pytest

from relgraph import iris
from relgraph.comparison.comparison import By
from relgraph.comparison.gathering import behind, compare
from relgraph.errors import QueryError, UnknownName
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType

JAPAN, CHINA = iris.entity(EntityType.COUNTRY, "JP"), iris.entity(EntityType.COUNTRY, "CN")


def cells(comparison):
    """Releases and sentences by label of row and name of partner."""
    return {
        (row.label, partner.name): (row.of(partner).releases, row.of(partner).sentences)
        for row in comparison.rows
        for partner in comparison.partners
        if row.of(partner).relations
    }


def test_each_topic_of_a_relation_is_a_row_and_what_has_none_another(store):
    assert cells(compare(store, ["Japan", "China"])) == {
        ("Robotik", "Japan"): (2, 2), ("Robotik", "China"): (1, 1), ("Wasserstoff", "Japan"): (1, 1),
        ("Handel", "China"): (1, 1), ("", "Japan"): (2, 2), ("", "China"): (1, 1),
    }  # fmt: skip


def test_people_in_office_and_regions_stand_for_their_country_and_what_is_within_does_not_count(store):
    found = cells(compare(store, ["Japan", "Kanagawa"], by=By.TYPE))
    assert found["Gespräch", "Japan"] == found["Gespräch", "Kanagawa"] == (1, 1)
    assert found["Zusammenarbeit", "Japan"] == (1, 1)
    assert found["Zusammenarbeit", "Kanagawa"] == (1, 1)  # with Japan, which is not within Kanagawa
    assert "Amt" not in {label for label, _ in found}


def test_types_are_named_in_the_language(store):
    found = cells(compare(store, ["Japan", "China"], by=By.TYPE, language="en"))
    assert ("Technological strength", "Japan") in found


def test_years_stand_in_their_order_and_what_has_no_date_last(store):
    found = compare(store, ["Japan", "China"], by=By.YEAR)
    assert [row.label for row in found.rows] == ["2019", "2021", "2022", ""]


def test_a_sentence_counts_once_however_many_relations_it_states(store):
    total = compare(store, ["Japan", "China"]).totals[CHINA]
    assert (total.relations, total.sentences, total.releases) == (4, 3, 3)


def test_a_region_brings_what_its_releases_say_and_what_ties_it(store):
    found = compare(store, ["Japan", "China"], region="Baden-Württemberg", by=By.TYPE)
    assert cells(found) == {
        ("Gespräch", "Japan"): (1, 1), ("Zusammenarbeit", "Japan"): (1, 1), ("Technologische Stärke", "Japan"): (1, 1),
        ("Besuch", "Japan"): (1, 1), ("Handel und Investition", "China"): (1, 1),
    }  # fmt: skip
    assert (found.all_releases, found.first, found.last) == (2, "2019-05-04", "2021-03-01")


@pytest.mark.parametrize(
    ("since", "until", "labels"),
    [("2021", None, ["2021", "2022"]), (None, "2021", ["2019", "2021"]), ("2020", "2021-12-31", ["2021"]),
     (None, None, ["2019", "2021", "2022", ""])],
)  # fmt: skip
def test_dates_bound_the_releases(store, since, until, labels):
    found = compare(store, ["Japan", "China"], since=since, until=until, by=By.YEAR)
    assert [row.label for row in found.rows] == labels
    assert found.all_releases == len(labels)


def test_a_cell_cites_its_newest_sentence_and_on_what_it_rests(store):
    row = next(row for row in compare(store, ["Japan", "China"]).rows if row.label == "Robotik")
    cited = row.counts[JAPAN].newest
    assert (cited.sentence, cited.date, cited.basis) == ("Japan liegt bei Robotik vorne.", "2021-03-01", "curated")
    assert cited.url == "https://example.org/bw-2"


def test_the_coverage_counts_relations_by_basis(store):
    coverage = compare(store, ["Japan", "China"]).coverage[JAPAN]
    assert coverage.bases == {"curated": 1, "machine": 3}
    assert (coverage.first, coverage.last) == ("2019-05-04", "2022")


def test_what_only_one_has_is_told_without_what_has_no_topic(store):
    found = compare(store, ["Japan", "China"])
    japan, china = found.partners
    assert [row.label for row in found.only(japan)] == ["Wasserstoff"]
    assert [row.label for row in found.only(china)] == ["Handel"]


def test_a_partner_of_whom_nothing_is_said_has_no_cells_but_a_name(store):
    found = compare(store, ["Japan", "Südkorea"])
    korea = found.partners[1]
    assert korea.name == "Südkorea"
    assert found.totals[korea.iri].relations == 0
    assert not found.coverage[korea.iri].bases


def test_an_unknown_partner_is_suggested(store):
    with pytest.raises(UnknownName, match="Japan"):
        compare(store, ["Jappan", "China"])


def test_the_same_partner_twice_is_refused(store):
    with pytest.raises(QueryError, match="JP: is the same as 'Japan'"):
        compare(store, ["Japan", "JP"])


def test_the_order_of_releases_does_not_show(store, extractions):
    turned = [*reversed(nquads(list(reversed(extractions)))), *ontology_nquads()]
    with memory_store(turned) as other:
        assert compare(other, ["Japan", "China"]) == compare(store, ["Japan", "China"])


def test_a_server_answers_alike(store, serve, extractions):
    from relgraph.store.opening import open_store

    with serve([*nquads(extractions), *ontology_nquads()]) as address, open_store(address) as remote:
        asked = {"region": "Baden-Württemberg", "since": "2019"}
        assert compare(remote, ["Japan", "China"], **asked) == compare(store, ["Japan", "China"], **asked)


@pytest.mark.parametrize("by", list(By))
def test_behind_each_count_stand_its_relations(store, by):
    found = compare(store, ["Japan", "China"], region="Baden-Württemberg", by=by)
    for row in found.rows:
        for partner in found.partners:
            held = behind(store, partner.iri, row.key, region="Baden-Württemberg", by=by)
            assert len(held) == row.of(partner).relations
