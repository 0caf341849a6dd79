import pytest

from relgraph.model import Entity
from relgraph.names.gazetteer import gazetteer
from relgraph.names.locations import located


def lies_in(kind: str, name: str) -> str | None:
    around = located(Entity(id="x", type=kind, name=name)).part_of
    entity = gazetteer().by_id(around) if around else None
    return entity.name if entity else None


@pytest.mark.parametrize(
    ("kind", "name", "where"),
    [
        ("ResearchInstitution", "Hochschule Merseburg", "Merseburg"),
        ("ResearchInstitution", "Nagoya University", "Nagoya"),
        ("ResearchInstitution", "Hochschule für Gestaltung Linz", "Linz"),
        ("ResearchInstitution", "Universidad de Salamanca", "Salamanca"),
        ("ResearchInstitution", "Deutsches Institut (DIN) Kassel", "Kassel"),
        ("GovernmentBody", "Sejmik der Woiwodschaft Oppeln", "Woiwodschaft Oppeln"),
        ("GovernmentBody", "Regierung von Québec", "Québec"),
        ("GovernmentBody", "Norwegische Regierung", "Norwegen"),
        ("BusinessOrganisation", "IHK Bayreuth", "Bayreuth"),
        ("CivilSocietyOrganisation", "Stadtmuseum von Suwon", "Suwon"),
        ("Company", "Bosch Mexiko", "Mexiko"),
        ("Company", "Stadtwerke Bochum", "Bochum"),
    ],
)
def test_a_body_lies_where_its_name_says(kind: str, name: str, where: str) -> None:
    assert lies_in(kind, name) == where


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("CivilSocietyOrganisation", "Freundeskreis Litauen"),
        ("ResearchInstitution", "Institut Polen"),
        ("ResearchInstitution", "Zentrum für Zusammenarbeit mit China"),
        ("ResearchInstitution", "China-Zentrum"),
        ("ResearchInstitution", "Research Center on Contemporary Taiwan"),
        ("GovernmentBody", "Norwegische Botschaft"),
        ("GovernmentBody", "Landesvertretung Bremen"),
        ("InternationalOrganisation", "Euregio Inn"),
        ("Company", "Bosch"),
        ("Person", "Akademie Japan"),
    ],
)
def test_what_is_about_a_place_or_of_it_lies_somewhere_else(kind: str, name: str) -> None:
    assert lies_in(kind, name) is None


def test_a_territory_that_is_told_stays() -> None:
    told = Entity(id="x", type="ResearchInstitution", name="Hochschule Merseburg", part_of="https://example.org/y")
    assert located(told) is told


@pytest.mark.parametrize(
    ("name", "known", "where"),
    [
        ("Universität Heidelberg", "DE", "Heidelberg"),
        ("Universität Heidelberg", "AT", "Österreich"),
        ("Universität Tokio", "JP", "Tokio"),
        ("Deutsche Forschungsgemeinschaft", "DE", "Deutschland"),
    ],
)
def test_a_name_tells_the_town_within_the_state_that_is_known(name: str, known: str, where: str) -> None:
    state = f"https://w3id.org/relgraph/id/country/{known}"
    around = located(Entity(id="x", type="ResearchInstitution", name=name, part_of=state)).part_of
    place = gazetteer().by_id(around) if around else None
    assert (place.name if place else None) == where
