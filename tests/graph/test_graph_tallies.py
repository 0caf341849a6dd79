from decimal import Decimal

from handmade import GERMANY, JAPAN, KANAGAWA, KOREA, KYOTO, LAND, TANAKA, VOGT, extraction
from relgraph.graph.borders import Borders
from relgraph.graph.days import relation_number
from relgraph.graph.entities import merge
from relgraph.graph.ground import Ground, Tallying
from relgraph.graph.namespaces import RG
from relgraph.graph.tallies import tallies, tally_quads
from relgraph.graph.terms import to_line
from relgraph.graph.within import offices, wholes

ROBOTS = "https://w3id.org/relgraph/topic/robotics"


def counted(*extractions):
    """Tallies by class, counterpart and topic, but for country fields."""
    found = all_counted(*extractions)
    return {
        (tally.about.kind, tally.about.counterpart, tally.about.topic): tally
        for tally in found
        if tally.about.kind is not Tallying.COUNTRY_FIELD
    }


def fields(*extractions):
    """Country fields by country, type and last part of the topic."""
    found = [tally for tally in all_counted(*extractions) if tally.about.kind is Tallying.COUNTRY_FIELD]
    return {(tally.about.party, tally.about.type.value, tally.about.topic.rpartition("/")[2]): tally for tally in found}


def all_counted(*extractions):
    entities, held = merge(extractions), offices(extractions)
    borders = Borders(entities, wholes(entities, extractions))
    return tallies(extractions, Ground({LAND.id}, borders, lambda who: held.get(who, ())))


def written(tally):
    """What is said of a tally, by predicate."""
    return {quad.predicate.removeprefix(RG): str(quad.object) for quad in tally_quads(tally)}


def told(tally, name):
    """The numbers of one name."""
    return sorted(number for predicate, number in tally.numbers if predicate == RG[name])


def release(number, date, *told):
    sentences = [(kind, one, other, f"Satz {place}.", fields) for place, (kind, one, other, fields) in enumerate(told)]
    return extraction(f"r-{number}", date, "Land", sentences, known=(GERMANY, JAPAN, LAND))


def test_a_partner_is_counted_over_all_types_and_releases():
    found = counted(
        release(1, "2023", *((kind, VOGT, one, {}) for kind, one in (("visit", KYOTO), ("affiliation", LAND)))),
        release(2, "2024", ("meeting", LAND, KYOTO, {}), ("partnership", LAND, KYOTO, {})),
    )
    tally = found[Tallying.PARTNER, KYOTO.id, None]
    written = {to_line(quad).split("ontology#")[-1] for quad in tally_quads(tally)}
    assert (*tally.counts, len(tally.ties)) == (3, 3, 2, 3)
    assert {line for line in written if line.startswith(("partnershipCount", "encounterCount", "otherCount"))} == {
        'partnershipCount> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        'encounterCount> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        'otherCount> "0"^^<http://www.w3.org/2001/XMLSchema#integer> .',
    }
    assert told(tally, "partnerRank") == [Decimal("20000003.2024")]


def test_the_longest_silence_has_the_smallest_rank_and_a_year_lasts_to_its_end():
    ranks = {}
    for date in ("2023", "2023-11", "2023-12-30", None):
        tally = counted(release(1, date, ("partnership", LAND, KYOTO, {})))[Tallying.LASTING, KYOTO.id, None]
        ranks[date] = told(tally, "silenceRank")
    assert ranks == {
        "2023": [Decimal("20231231.99999989999998")],
        "2023-11": [Decimal("20231131.99999989999998")],
        "2023-12-30": [Decimal("20231230.99999989999998")],
        None: [],
    }


def test_who_has_an_office_counts_for_the_body():
    told = [("affiliation", TANAKA, KYOTO, {}), ("meeting", LAND, TANAKA, {})]
    assert (Tallying.PARTNER, KYOTO.id, None) in counted(release(1, "2024", *told))
    ended = [("affiliation", TANAKA, KYOTO, {"status": "ended"}), ("meeting", LAND, TANAKA, {})]
    assert (Tallying.PARTNER, KYOTO.id, None) not in counted(release(1, "2024", *ended))


def test_of_one_day_a_partnership_is_newest_for_a_partner():
    both = release(1, "2024-01-01", ("visit", LAND, KYOTO, {}), ("partnership", LAND, KYOTO, {}))
    tally = counted(both)[Tallying.PARTNER, KYOTO.id, None]
    assert tally.newest == both.relations[1].id
    assert [number % 1 for number in told(tally, "partnerSoFar")] == [relation_number(tally.newest)]


def test_a_partnership_of_a_year_is_no_newer_than_a_visit_in_a_month_of_it():
    found = counted(
        release(1, "2024", ("partnership", LAND, KYOTO, {})), release(2, "2024-01", ("visit", LAND, KYOTO, {}))
    )
    assert "/r-2/" in found[Tallying.PARTNER, KYOTO.id, None].newest


def test_each_day_counts_releases_and_sentences_so_far_and_its_relations_by_group():
    found = counted(
        release(1, "2024-01-01", ("visit", LAND, KYOTO, {}), ("meeting", LAND, KYOTO, {})),
        release(2, "2024-01-01", ("trade", LAND, KYOTO, {})),
        release(3, "2024-02", ("visit", LAND, KYOTO, {})),
        release(4, None, ("visit", LAND, KYOTO, {})),
    )
    tally = found[Tallying.PARTNER, KYOTO.id, None]
    assert [int(number) for number in told(tally, "partnerSoFar")] == [20240101000002000003, 20240200000003000004]
    assert told(tally, "dealingDay") == [20240101400002, 20240101500001, 20240200400001]


def test_relations_without_a_date_are_also_counted_on_their_own():
    found = counted(
        release(1, None, ("cooperation", LAND, KYOTO, {})), release(2, "2024-01-01", ("cooperation", LAND, KYOTO, {}))
    )
    tally = found[Tallying.PARTNER, KYOTO.id, None]
    written = [to_line(quad) for quad in tally_quads(tally)]
    assert tally.counts[0] == 2
    assert (
        sum(f'undated{name}Count> "1"' in line for name in ("Relation", "Sentence", "Release") for line in written) == 3
    )
    assert "/r-2/" in tally.days["2024-01-01"].earliest


def test_a_lasting_tally_stands_only_where_a_lasting_tie_reaches():
    visited = counted(release(1, "2024", ("visit", LAND, KYOTO, {})))
    assert not [key for key in visited if key[0] is Tallying.LASTING]
    lasting = counted(release(1, "2024", ("visit", LAND, KYOTO, {}), ("partnership", LAND, KANAGAWA, {})))
    assert {key[1:] for key in lasting if key[0] is Tallying.LASTING} == {(KANAGAWA.id, None)}


def test_fields_are_counted_by_topic_and_country_and_in_total():
    found = counted(
        release(
            1, "2024", ("trade", LAND, KYOTO, {"topics": ("robotics", "culture")}), ("agreement", LAND, KANAGAWA, {})
        )
    )
    assert found[Tallying.FIELD, JAPAN.id, ROBOTS].counts == found[Tallying.TOTAL, None, ROBOTS].counts == (1, 1, 1)
    assert found[Tallying.TOTAL, JAPAN.id, None].counts[0] == 1  # one relation has no topic
    assert len(found[Tallying.COUNTRY, JAPAN.id, None].ties) == 2
    assert not [quad for quad in tally_quads(found[Tallying.FIELD, JAPAN.id, ROBOTS]) if "lasting" in quad.predicate]


def test_a_total_tells_how_its_relations_spread_over_fields():
    told = [
        ("trade", one, {"topics": topics}) for one, topics in ((KYOTO, ("robotics", "culture")), (KOREA, ("culture",)))
    ]
    found = counted(release(1, "2024", *((kind, LAND, one, fields) for kind, one, fields in told)))
    totals = {key[1:]: written(tally) for key, tally in found.items() if key[0] is Tallying.TOTAL}
    culture, robots = (f"https://w3id.org/relgraph/topic/{name}" for name in ("culture", "robotics"))
    assert {about: one["fieldCount"] + one["fieldSum"] + one["fieldSquareSum"] for about, one in totals.items()} == {
        (JAPAN.id, None): "222",
        (KOREA.id, None): "111",
        (None, culture): "222",
        (None, robots): "111",
    }
    assert totals[None, robots]["strongestField"] == found[Tallying.FIELD, JAPAN.id, robots].id
    assert totals[None, culture]["strongestField"] == found[Tallying.FIELD, KOREA.id, culture].id  # of equals the last


def test_nothing_is_counted_at_home():
    assert counted(release(1, "2024", ("partnership", LAND, GERMANY, {"topics": ("robotics",)}))) == {}


def test_a_country_field_counts_each_relation_of_its_type_once_with_whatever_lies_there():
    topics = {"topics": ("robotics", "culture")}
    found = fields(
        release(
            1, "2023-05", ("cooperation", KANAGAWA, KYOTO, topics), ("cooperation", LAND, JAPAN, topics),
            ("visit", LAND, KANAGAWA, {"topics": ("culture",)}), ("trade", LAND, JAPAN, {}),
        ),
        release(2, "2024-01-02", ("cooperation", LAND, KYOTO, {"topics": ("robotics",), "status": "planned"})),
        release(3, None, ("strength", JAPAN, None, topics), ("strength", KANAGAWA, None, topics)),
    )  # fmt: skip
    japan = {key[1:]: tally.counts for key, tally in found.items() if key[0] == JAPAN.id}
    assert japan == {
        ("cooperation", "robotics"): (3, 3, 2), ("cooperation", "culture"): (2, 2, 1), ("visit", "culture"): (1, 1, 1),
        ("strength", "robotics"): (2, 2, 1), ("strength", "culture"): (2, 2, 1),
    }  # fmt: skip
    assert {key[1:] for key in found if key[0] == GERMANY.id} == set(japan) - {
        ("strength", "robotics"), ("strength", "culture"),
    }  # fmt: skip
    told = written(found[JAPAN.id, "cooperation", "robotics"])
    assert (told["firstDate"], told["lastDate"]) == ("2023-05", "2024-01-02")
    assert "/r-2/" in told["newestRelation"]
    assert told.keys().isdisjoint({"party", "tieCount", "tallyTopic"})
    assert "firstDate" not in written(found[JAPAN.id, "strength", "culture"])
