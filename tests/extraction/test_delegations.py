"""Groups stand for their leader, else for where they come from, else for whoever visits."""

import pytest

from relgraph.extraction.pipeline import extract
from relgraph.model import Release


def visits(text: str) -> set[tuple[str, str]]:
    extraction = extract(Release(id="x", title="x", region="Hessen", date="2020-06-15", text=text))
    names = {entity.id: entity.name for entity in extraction.entities}
    return {
        (names[one.subject], names[one.object]) for one in extraction.relations if one.type == "visit" and one.object
    }


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        (
            "Eine Delegation unter Leitung der japanischen Botschafterin Aiko Tanaka besuchte die Universität Kassel.",
            "Aiko Tanaka",
        ),
        (
            "Am Montag besuchte die Delegation um Botschafterin Aiko Tanaka aus Japan die Universität Kassel.",
            "Aiko Tanaka",
        ),
        ("Eine Delegation aus Kanagawa besuchte am Montag die Universität Kassel.", "Kanagawa"),
    ],
)
def test_group_stands_for_leader_or_origin(text: str, visitor: str) -> None:
    assert (visitor, "Universität Kassel") in visits(text)


def test_group_goes_on_standing_for_the_visitor_told_before() -> None:
    text = "Ministerin Eva Kranz reist nach Japan. In Kyoto besuchte die Delegation die Universität Kyoto."
    assert ("Eva Kranz", "Universität Kyoto") in visits(text)


def test_the_host_is_no_guest() -> None:
    told = visits("Ministerin Eva Kranz empfing die japanische Botschafterin Aiko Tanaka in der Universität Kassel.")
    assert told == {("Aiko Tanaka", "Universität Kassel")}


def test_a_city_is_left_out_beside_its_country() -> None:
    told = visits("Ministerin Eva Kranz reist nach Japan. Am Dienstag fährt die Ministerin nach Osaka.")
    assert told == {("Eva Kranz", "Japan")}


def test_co_travellers_get_no_visit_of_their_own() -> None:
    told = visits("Ministerin Eva Kranz und Staatssekretär Jan Wolf reisen nach Japan.")
    assert told == {("Eva Kranz", "Japan")}


def test_the_delegation_stands_for_the_leader_told_in_another_sentence() -> None:
    text = (
        "Eine Delegation aus Japan ist in Hessen zu Gast. Geleitet wird sie von Botschafterin Aiko Tanaka. "
        "Am Montag besuchte die Delegation die Universität Kassel."
    )
    assert ("Aiko Tanaka", "Universität Kassel") in visits(text)
