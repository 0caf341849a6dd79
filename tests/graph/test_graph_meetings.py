from handmade import GERMANY, JAPAN, KANAGAWA, KOREA, KYOTO, LAND, TANAKA, VOGT, extraction
from relgraph.graph.borders import Borders
from relgraph.graph.days import relation_number
from relgraph.graph.entities import merge
from relgraph.graph.meetings import Company, meeting_quads, meetings
from relgraph.graph.namespaces import RG
from relgraph.graph.within import wholes

OFFICES = [("affiliation", TANAKA, KYOTO, {}), ("affiliation", VOGT, LAND, {})]


def told(*extractions):
    """The meetings of Tanaka, by predicate, each number without the relation's."""
    entities = merge(extractions)
    speakers = {one.release.region: LAND.id if one.release.region == LAND.name else KANAGAWA.id for one in extractions}
    company = Company(Borders(entities, wholes(entities, extractions)), speakers)
    quads = meeting_quads(TANAKA.id, meetings(extractions, company).get(TANAKA.id, []))
    return sorted(
        (quad.predicate.removeprefix(str(RG)), f"{str(quad.object).partition('.')[0]:0>20}") for quad in quads
    )


def release(number, date, *told, region=LAND):
    sentences = [(kind, one, other, f"Satz {place}.", fields) for place, (kind, one, other, fields) in enumerate(told)]
    return extraction(
        f"r-{number}", date, "Land", sentences, region=region, known=(GERMANY, JAPAN, KOREA, LAND, KANAGAWA)
    )


def test_a_meeting_says_its_own_time_and_which_release_relation_and_sentence_it_is():
    found = told(
        release(1, "2024-03-02", *OFFICES, ("meeting", VOGT, TANAKA, {"date": "2024-02"})),
        release(2, "2024-03-01", ("meeting", LAND, TANAKA, {}), ("meeting", KOREA, TANAKA, {})),
    )
    assert [number for _, number in found] == ["20240200000010000301", *sorted(found_of_two())]
    assert {name for name, _ in found} == {"meetingDay"}


def found_of_two():
    """The two of the second release, by the order of their relations."""
    made = release(2, "2024-03-01", ("meeting", LAND, TANAKA, {}), ("meeting", KOREA, TANAKA, {}))
    first, second = sorted(made.relations, key=lambda relation: relation.id)
    places = {relation.id: place for place, relation in enumerate(sorted(made.relations, key=_start), 1)}
    return [f"2024030100002{n:05}{places[one.id]:02}" for n, one in ((1, first), (2, second))]


def _start(relation):
    return relation.evidence.start


def test_what_is_planned_or_stays_in_a_country_is_no_meeting():
    assert told(release(1, "2024", *OFFICES, ("meeting", VOGT, TANAKA, {"status": "planned"}))) == []
    assert told(release(1, "2024", *OFFICES, ("meeting", TANAKA, KANAGAWA, {}))) == []


def test_told_from_the_own_country_or_of_no_country_it_is_another_meeting():
    met = ("meeting", VOGT, TANAKA, {})
    assert [name for name, _ in told(release(1, "2024", *OFFICES, met, region=KANAGAWA))] == ["otherMeetingDay"]
    assert [name for name, _ in told(release(1, "2024", met))] == ["otherMeetingDay"]


def test_without_a_date_the_day_is_noughts():
    assert told(release(1, None, *OFFICES, ("meeting", VOGT, TANAKA, {}))) == [("meetingDay", f"{10000101:020}")]


def test_relations_have_numbers_of_their_own():
    made = release(1, "2024", *OFFICES, ("meeting", VOGT, TANAKA, {}))
    numbers = {relation_number(one.id) for one in made.relations}
    assert len(numbers) == 3
    assert all(0 <= number < 1 for number in numbers)
