"""Every question of the catalogue gives its expected answer on the small graph."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from handmade import GERMANY, JAPAN, KANAGAWA, KONSTANZ, KOREA, LAND, PAPER, TANAKA, entity, extraction
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.graph.statements import DOUBTFUL
from relgraph.queries.catalogue import catalogue
from relgraph.queries.formats import write_table
from relgraph.queries.parameters import bindings
from relgraph.queries.run import run, run_bound
from relgraph.store.embedded import memory_store

EXPECTED = Path(__file__).parent / "expected"
FAIR, TOPICS = entity("Event", "Nordmesse", "Nordmesse"), ("robotics", "photonics")
# What each question is asked with; all others are asked as they are
ASKED = {
    "actor-card": {"actor": "Karl Vogt"},
    "country-topics": {"country": "Japan"},
    "evidence": {"actor": "Kanagawa"},
    "partner-institutions": {"country": "Japan"},
    "relations-between": {"actor": "Baden-Württemberg", "other": "JP"},
}

# What questions are asked on the wider graph, those about partners, time, gaps and risks
WIDE = {
    "memberships": {},
    "people-of": {"actor": "Japan"},
    "documents": {},
    "events": {},
    "upcoming": {"since": "2023-10-05"},
    "institutions-in-field": {"topic": "Technologie"},
    "cooperation-fields": {},
    "coverage": {},
    "partner-ranking": {},
    "new-partners": {"since": "2020"},
    "shared-partners": {"actor": "Bayern", "other": "DE-BW"},
    "people-met": {},
    "commitments": {},
    "timeline": {"actor": "Japan"},
    "changes": {"since": "2022", "until": "2024-03"},
    "known-on": {"date": "2020-12", "actor": "Bayern"},
    "concentration": {},
    "lone-partners": {"actor": "Baden-Württemberg"},
    "silence": {},
    "topic-gaps": {},
    "opportunities": {},
    "release-card": {"release": "bw-2022-09-01-korea"},
    "low-confidence": {},
    "unlinked-names": {},
}

# What answers for every territory that releases speak for
ALL_TERRITORIES = {
    "partner-ranking": {},
    "new-partners": {"since": "2018"},
    "concentration": {},
    "lone-partners": {},
    "silence": {"months": "1"},
    "topic-gaps": {},
    "opportunities": {},
}


@pytest.fixture
def asked(request):
    """Store and parameters that a question is asked with."""

    def of(name):
        wide = name in WIDE
        store = request.getfixturevalue("wide_store" if wide else "fixture_store")
        return store, WIDE[name] if wide else ASKED.get(name, {})

    return of


def rows(text):
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", catalogue())
def test_answer(name, asked):
    store, params = asked(name)
    answer = run(catalogue()[name], store, params)
    expected = (EXPECTED / f"{name}.csv").read_text(encoding="utf-8")
    assert rows(write_table(answer, "csv")) == rows(expected)
    assert len(answer.rows) > (name in WIDE)


@pytest.mark.parametrize("name", catalogue())
def test_answer_in_english_differs_in_words_only(name, asked):
    question = catalogue()[name]
    if question.parameter("language"):
        store, params = asked(name)
        german, english = (run(question, store, params | {"language": lang}) for lang in ("de", "en"))
        assert len(german.rows) == len(english.rows)


@pytest.mark.parametrize("name", [name for name, question in catalogue().items() if question.parameter("limit")])
def test_a_limit_of_one_row_tells_how_many_there_are(name, asked):
    question = catalogue()[name]
    store, params = asked(name)
    everything = len(run(question, store, params | {"limit": "0"}).rows)
    assert run(question, store, params | {"limit": "1"}).total == (everything if everything > 1 else None)


@pytest.mark.parametrize("name", sorted(ALL_TERRITORIES))
def test_without_an_actor_each_territory_has_the_rows_it_would_be_given(name, wide_store):
    question, params = catalogue()[name], ALL_TERRITORIES[name]
    everyone = [*run(question, wide_store, params).dicts()]
    for actor in {row["actor_name"] for row in everyone}:
        asked = [*run(question, wide_store, params | {"actor": actor}).dicts()]
        assert [row for row in everyone if row["actor_name"] == actor] == [
            row for row in asked if row["actor_name"] == actor
        ]
    assert everyone


@pytest.mark.parametrize("actors", [("Bayern", "Baden-Württemberg"), ("Baden-Württemberg", "DE"), ("JP", "CN")])
def test_shared_partners_are_counted_as_each_of_both_counts_its_own(actors, wide_store):
    """Of territories that releases speak for in tallies, of others over relations."""
    params = dict(zip(("actor", "other"), actors, strict=True))
    shared = [*run(catalogue()["shared-partners"], wide_store, params).dicts()]
    assert shared
    for column, actor in zip(("actor_relations", "other_relations"), actors, strict=True):
        ranked = run(catalogue()["partner-ranking"], wide_store, {"actor": actor}).dicts()
        alone = {row["partner_name"]: row["relations"] for row in ranked}
        assert [row[column] for row in shared] == [alone[row["partner_name"]] for row in shared]


@pytest.mark.parametrize("actor", [LAND, KONSTANZ])
def test_who_has_offices_in_two_countries_counts_in_the_other_for_what_is_told_of_those_in_both(actor):
    """Of ties with the country asked for all count, tallied or not; of those with the other, what lies in both."""
    told = [
        ("affiliation", TANAKA, KANAGAWA, "Aiko Tanaka ist Gouverneurin.", {"role": "Gouverneurin"}),
        ("affiliation", TANAKA, KOREA, "Aiko Tanaka ist Beraterin in Korea.", {"role": "Beraterin"}),
        ("strength", TANAKA, None, "Aiko Tanaka ist in der Photonik stark.", {"topics": ("photonics",)}),
        ("visit", KONSTANZ, TANAKA, "Konstanz war bei Aiko Tanaka.", {}),
        ("trade", KONSTANZ, JAPAN, "Konstanz liefert nach Japan.", {}),
        ("trade", KONSTANZ, KOREA, "Konstanz liefert nach Korea.", {}),
    ]
    named = [extraction("r", "2020", "Land", told, known=(GERMANY, JAPAN, LAND))]
    with memory_store([*ontology_nquads(), *nquads(named)]) as store:

        def ties(**params):
            rows = run(catalogue()["opportunities"], store, params).dicts()
            return {row["country_name"]: row["ties"] for row in rows if row["actor_name"] == actor.name}

        assert ties(actor=actor.name) == {"Japan": "2", "Südkorea": "2"}
        assert ties(actor=actor.name, country="Japan") == {"Japan": "2", "Südkorea": "1"}
        assert ties(country="Japan") == ({"Japan": "2", "Südkorea": "1"} if actor is LAND else {})


def test_no_expectation_without_a_question():
    assert {path.stem for path in EXPECTED.glob("*.csv")} == set(catalogue())


@pytest.mark.parametrize("label", ["Japan", "japan", "JP", "https://w3id.org/relgraph/id/country/JP"])
def test_labels_codes_and_iris_mean_the_same(label, fixture_store):
    answer = run(catalogue()["country-topics"], fixture_store, {"country": label})
    expected = run(catalogue()["country-topics"], fixture_store, {"country": "Japan"})
    assert answer == expected


def test_a_country_includes_its_regions_and_institutions(fixture_store):
    answer = run(catalogue()["partnerships"], fixture_store, {"country": "Japan"})
    assert {(row["subject_name"], row["object_name"]) for row in answer.dicts()} == {("Baden-Württemberg", "Kanagawa")}


def test_institutions_are_those_of_the_actor_asked_for(wide_store):
    question = catalogue()["partner-institutions"]

    def partners(**params):
        return {str(row[0]) for row in run(question, wide_store, {"country": "Japan", **params}).rows}

    assert partners(actor="Universität Konstanz") == {"Universität Kyoto"}
    assert partners(actor="Baden-Württemberg") == partners() > partners(actor="Bayern")


def test_visits_have_a_direction_and_two_ends(wide_store):
    question = catalogue()["visits-and-meetings"]

    def seen(**params):
        rows = run(question, wide_store, params).dicts()
        return {(row["kind"], row["subject_name"], row["object_name"]) for row in rows}

    coming, going = ("Besuch", "Aiko Tanaka", "Baden-Württemberg"), ("Besuch", "Karl Vogt", "Japan")
    talk = ("Gespräch", "Karl Vogt", "Aiko Tanaka")
    assert seen(country="Japan") >= {coming, going, talk}
    assert seen(country="Japan", actor="Baden-Württemberg") == seen(actor="Japan", country="Baden-Württemberg")
    assert seen(country="Japan", actor="Baden-Württemberg") >= {coming, going, talk}
    assert seen(country="Japan", actor="Bayern") == {("Gespräch", "Jana Huber", "Aiko Tanaka")}
    assert seen(visitor="Japan") == {coming}
    assert seen(destination="Japan") == {going}
    assert seen(visitor="Baden-Württemberg", destination="Japan") == {going}
    assert seen(visitor="Japan", destination="Japan") == set()


def test_an_area_across_states_includes_what_lies_there_but_not_at_home(wide_store):
    question = catalogue()["partnerships"]

    def partners(country):
        return {
            (row["subject_name"], row["object_name"]) for row in run(question, wide_store, {"country": country}).dicts()
        }

    assert partners("Asien") == partners("Japan") | partners("China")
    assert partners("Europa") == set()


@pytest.mark.parametrize("country", ["Japan", "China", "Baden-Württemberg"])
def test_partnerships_of_a_status_in_a_country_are_those_of_the_country_that_have_it(country, wide_store):
    def found(**params):
        return [*run(catalogue()["partnerships"], wide_store, params).dicts()]

    everything = found(country=country)
    assert everything
    for status, name in (
        ("planned", "geplant"),
        ("active", "laufend"),
        ("concluded", "abgeschlossen"),
        ("ended", "beendet"),
    ):
        assert found(country=country, status=status) == [row for row in everything if row["status_name"] == name]


@pytest.mark.parametrize("country", [{}, {"country": "Japan"}])
def test_of_a_tie_with_agreements_on_several_topics_each_topic_has_its_own_days(country):
    told = [
        ("agreement", LAND, JAPAN, "Ein Abkommen zur Photonik.", {"date": "2018-05-01", "topics": ("photonics",)}),
        ("agreement", LAND, JAPAN, "Ein Abkommen zur Robotik.", {"date": "2019", "topics": ("robotics",)}),
        ("agreement", LAND, JAPAN, "Noch ein Abkommen.", {"date": "2017-03", "topics": ()}),
    ]
    named = [
        extraction(f"r-{number}", "2020", "Land", [one], known=(GERMANY,)) for number, one in enumerate(told)
    ]  # fmt: skip
    with memory_store([*ontology_nquads(), *nquads(named)]) as store:

        def days(**params):
            return [row["when"] for row in run(catalogue()["agreements"], store, params | country).dicts()]

        assert days() == ["2019", "2018-05-01", "2017-03"]
        assert days(topic="photonics") == ["2018-05-01"]
        assert days(topic="technology") == ["2019", "2018-05-01"]


@pytest.mark.parametrize(
    ("name", "params", "column", "value"),
    [
        ("people-met", {}, "person_name", "Seo-yeon Min"),
        ("commitments", {}, "object_name", "Südlicht GmbH"),
        ("unlinked-names", {"type": "Company"}, "name", "Südlicht GmbH"),
        ("institutions-in-field", {"topic": "photonics"}, "institution_name", "Südlicht GmbH"),
        ("cooperation-fields", {}, "topic_name", "Photonik"),
        ("documents", {}, "document_name", "Lichtpapier"),
        ("visits-and-meetings", {}, "object_name", "Seo-yeon Min"),
        ("country-topics", {"country": "KR"}, "topic_name", "Photonik"),
        ("low-confidence", {}, "subject_name", "Südlicht GmbH"),
    ],
)
def test_a_release_without_a_date_is_read_too(name, params, column, value, undated_store):
    answer = run(catalogue()[name], undated_store, params)
    assert value in [row[column] for row in answer.dicts()]


DATES = (None, "2018", "2019", "2019-05", "2019-05-12", "2019-05-31", "2019-06", "2019-06-01", "2020-01-01")


@pytest.fixture(scope="module")
def dated():
    """A release of each date, another one of each day, and a store of all."""
    told = [
        ("visit", LAND, JAPAN, "Ein Besuch in Japan.", {"status": "planned"}),
        ("trade", LAND, JAPAN, "Handel mit Japan und Kanagawa.", {}),
        ("trade", LAND, KANAGAWA, "Handel mit Japan und Kanagawa.", {}),
    ]
    named = [
        extraction(f"r-{number}-{date or 0}", date, "Land", told if number else told[1:], known=(GERMANY, JAPAN, LAND))
        for date in DATES
        for number in (0, 1)
    ]
    with memory_store([*ontology_nquads(), *nquads(named)]) as store:
        yield store, [one.release for one in named]


@pytest.mark.parametrize(
    "date", ["2017-12-31", "2018", "2019", "2019-04", "2019-05", "2019-05-11", "2019-05-12", "2019-06-01", "2021"]
)
def test_known_on_a_day_is_what_releases_up_to_it_tell_and_the_last_is_quoted(date, dated):
    store, releases = dated
    until = [one for one in releases if one.date and one.date[: len(date)] <= date]
    answer = list(run(catalogue()["known-on"], store, {"date": date}).dicts())
    counts = {row["kind"]: tuple(int(row[name]) for name in ("relations", "sentences", "releases")) for row in answer}
    half = len(until) // 2
    assert counts == (
        {"Handel und Investition": (4 * half, 2 * half, 2 * half), "Besuch": (half, half, half)} if until else {}
    )
    of_land = [*run(catalogue()["known-on"], store, {"date": date, "actor": LAND.name}).dicts()]
    ties = Counter((row["object_name"], row["relations"], row["sentences"], row["releases"]) for row in of_land)
    once, twice = 3 * [str(half)], 3 * [str(2 * half)]
    assert ties == (Counter([("Japan", *once), ("Japan", *twice), ("Kanagawa", *twice)]) if until else {})
    newest = max(until, key=lambda one: (one.date, one.id), default=None)
    assert Counter((row["last"], row["release"].rpartition("/")[2]) for row in answer) == (
        Counter({(newest.date, newest.id): 2}) if newest else {}
    )


def test_releases_count_in_their_year_and_in_what_the_graph_rests_on(dated):
    store, releases = dated
    answer = list(run(catalogue()["releases-by-year"], store, {}).dicts())
    years = Counter((one.date or "")[:4] for one in releases)
    assert {row["year"]: int(row["releases"]) for row in answer} == years
    assert [row["year"] for row in answer] == sorted(years, reverse=True)
    assert {row["publisher"] for row in answer} == {"Land"}
    whole, own = run(catalogue()["coverage"], store, {}).dicts()
    assert [int(own[name]) for name in ("releases", "empty")] == [len(releases), 0]
    assert (own["first"], own["last"]) == ("2018", "2020-01-01")
    assert whole["relations"] == own["relations"] == str(sum(int(row["relations"]) for row in answer))
    # All of them name Japan, and none names its neighbour
    assert list(run(catalogue()["coverage"], store, {"country": "Japan"}).dicts()) == [whole, own]
    assert list(run(catalogue()["coverage"], store, {"country": "China"}).dicts()) == []


@pytest.mark.parametrize("country", ["Japan", "KR", "Deutschland", "China"])
def test_what_fields_tell_of_a_country_is_what_its_relations_tell(country, wide_store):
    question, params = catalogue()["country-topics"], {"country": country}
    of_field = " <https://w3id.org/relgraph/ontology#fieldCountry> "
    with memory_store([line for line in wide_store.dump() if of_field not in line]) as without:
        answer = run(question, without, params)
    assert answer.rows == run(question, wide_store, params).rows
    assert answer.rows or country == "China"


def stated(store):
    """What each relation has: its ends, its type, and the date of its release."""
    ends: dict[str, set[str]] = {}
    told = {}
    for relation, end, kind, issued in store.select("""SELECT ?relation ?end ?type ?issued WHERE {
      GRAPH ?release { ?relation rg:subject|rg:object|rg:document|rg:event ?end ; a ?type FILTER(?type != rg:Relation) }
      OPTIONAL { GRAPH ?release { ?release dcterms:issued ?issued } } }""").rows:
        ends.setdefault(str(relation), set()).add(str(end))
        told[str(relation)] = (str(kind), str(issued or ""))
    return [(relation, of, *told[relation]) for relation, of in ends.items()]


@pytest.fixture(scope="module")
def evident():
    """Releases of a day, a month, a year and none; a document, and an event, at an end of a relation and beside it."""
    told = [
        ("agreement", LAND, KANAGAWA, "Sie zeichneten die Nordstrategie.", {"document": PAPER.id}),
        ("visit", KANAGAWA, LAND, "Kanagawa kam zur Nordmesse.", {"event": FAIR.id, "status": "concluded"}),
        ("framework", PAPER, LAND, "Die Nordstrategie gilt dem Land.", {}),
        ("participation", KANAGAWA, FAIR, "Kanagawa ist auf der Nordmesse.", {}),
        ("strength", KANAGAWA, None, "Kanagawa ist stark.", {"topics": TOPICS}),
        ("interest", LAND, None, "Das Land will mehr.", {"topics": ("robotics",), "document": PAPER.id}),
    ]
    known = (GERMANY, JAPAN, PAPER, FAIR)
    dates = ("2019-05-31", "2019-05", "2019", "2018-12-31", None)
    releases = [extraction(f"r-{n}", date, "Land", told, known=known) for n, date in enumerate(dates)]
    with memory_store([*ontology_nquads(), *nquads(releases)]) as store:
        yield store


@pytest.mark.parametrize("actor", [LAND.id, KANAGAWA.id, PAPER.id, FAIR.id, JAPAN.id])
@pytest.mark.parametrize("other", [None, LAND.id, PAPER.id, FAIR.id])
@pytest.mark.parametrize("kind", [None, "agreement", "visit", "strength"])
@pytest.mark.parametrize("since", [None, "2019", "2019-05", "2019-05-01"])
def test_evidence_is_each_relation_that_names_the_actor(actor, other, kind, since, evident):
    question = catalogue()["evidence"]
    given = {"actor": actor, "other": other, "type": kind, "since": since}
    params = {name: value for name, value in given.items() if value is not None}
    meant = {
        relation: issued
        for relation, ends, type_, issued in stated(evident)
        if {actor, other or actor} <= ends and type_.lower().endswith(f"#{kind or ''}" if kind else "")
        and issued >= (since or "")
    }  # fmt: skip
    whole, first = (
        list(run_bound(question, evident, bindings(question, params | {"limit": limit}, evident)).dicts())
        for limit in ("0", "1")
    )
    assert {row["relation"]: row["date"] or "" for row in whole} == meant
    assert {row["date"] or "" for row in first} == ({max(meant.values())} if meant else set())


@pytest.fixture(scope="module")
def doubted():
    """Relations of many confidences, of each basis."""
    ends = [(LAND, JAPAN), (LAND, KANAGAWA), (KANAGAWA, LAND), (JAPAN, LAND), (GERMANY, JAPAN)]
    trusts = (0, 0.45, 0.599999999, 0.6, 0.61, 0.87654321012, 1)
    bases = (
        {"basis": "machine"},
        {"basis": "curated"},
        {"basis": "reviewed", "reviewer": "Eva Muster", "reviewed_on": "2020-01-02"},
    )
    releases = [
        extraction(
            f"r-{n}-{basis['basis']}", f"2019-05-{n + 1:02}", "Land",
            [
                ("trade", *ends[n % len(ends)], "Sie handeln.", {"confidence": trust, **basis}),
                ("strength", LAND, None, "Es ist stark.", {"confidence": trust, "topics": TOPICS, **basis}),
            ],
            known=(GERMANY, JAPAN),
        )
        for n, trust in enumerate(trusts)
        for basis in bases
    ]  # fmt: skip
    with memory_store([*ontology_nquads(), *nquads(releases)]) as store:
        yield store, trusts


@pytest.mark.parametrize("below", ["0", "0.45", "0.5", "0.599999999", "0.6", "0.600000001", "0.61", "0.9", "1"])
@pytest.mark.parametrize("kind", [None, "trade"])
def test_doubts_are_what_machines_read_with_less_confidence(below, kind, doubted):
    store, trusts = doubted
    params = {"below": below} | ({"type": kind} if kind else {})
    rows = list(run(catalogue()["low-confidence"], store, params).dicts())
    meant = [trust for trust in trusts if trust < float(below)]
    assert [float(row["confidence"]) for row in rows] == [trust for trust in meant for _ in range(1 if kind else 3)]
    assert {row["basis"] for row in rows} == ({"maschinell gelesen"} if meant else set())


def test_what_is_in_doubt_is_what_the_question_asks_for():
    parameter = catalogue()["low-confidence"].parameter("below")
    assert float(parameter.default) == DOUBTFUL
    assert f"?bound <= {DOUBTFUL})" in catalogue()["low-confidence"].text
