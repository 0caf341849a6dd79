import pytest

from relgraph.evaluation.gold import GoldEntity
from relgraph.evaluation.linking import expected, is_linked
from relgraph.evaluation.measure import Measure
from relgraph.evaluation.scores import score
from relgraph.model import Entity
from relgraph.names.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("kind", "name", "region", "iri"),
    [
        ("Country", "Japan", None, "country/JP"),
        ("Region", "Kanton Aargau", "Baden-Württemberg", "region/CH-AG"),
        ("City", "Freiburg", "Baden-Württemberg", "city/2925177"),
        ("City", "Hochdorf", "Baden-Württemberg", "city/2903290"),
        ("InternationalOrganisation", "Europäische Union", None, "organisation/europaeische-union"),
        ("Person", "Aoi Hayashi", "Bayern", None),
        ("Company", "Japan", None, None),
    ],
)
def test_an_annotated_name_stands_for_what_the_gazetteer_knows(kind, name, region, iri):
    found = expected(GoldEntity(name=name, type=kind), region)
    assert found == (f"https://w3id.org/relgraph/id/{iri}" if iri else None)


def test_linked_is_what_the_gazetteer_has():
    assert is_linked(gazetteer().resolve("Japan"))
    assert not is_linked(
        Entity(id="https://w3id.org/relgraph/id/organisation/teichhof", type="Company", name="Teichhof")
    )


def test_a_link_is_right_where_the_annotated_entity_is_that_one(annotated, extracted):
    text = "Japan, die Insel Honshu und Freiburg treffen die Firma Teichhof."
    gold = annotated(
        "ll-1",
        text,
        [("Country", "Japan", "Japan"), ("City", "Freiburg im Breisgau", "Freiburg"), ("Company", "Teichhof")],
        (),
    )
    read = extracted("ll-1", text, [("Company", "Teichhof", "Teichhof")], ())
    known = [gazetteer().resolve(name) for name in ("Japan", "CH-FR", "CN")]
    read = read.model_copy(update={"entities": (*read.entities, *known)})
    assert score({"ll-1": gold}, [read])["linked"] == Measure(matched=1, found=3, gold=2)
