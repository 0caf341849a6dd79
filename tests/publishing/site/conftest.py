"""A graph with what makes sites difficult: long lists, a tie of many sentences, hostile names and titles; its site."""

import pytest

from handmade import GERMANY, JAPAN, KANAGAWA, LAND, VOGT, entity, extraction
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store

HOSTILE = entity("Company", "hostile", '<script>alert(1)</script> & "Söhne" \' -->')
CITIES = [entity("City", str(number), f"Stadt {number}", None, JAPAN.id) for number in range(230)]
STRENGTH = {"topics": ("robotics",)}


def told():
    yield extraction(
        "bw-1", "2023-05-04", "Land", [
            ("partnership", LAND, KANAGAWA, "Das Land und Kanagawa sind Partner.", {"topics": ("culture",)}),
            ("strength", JAPAN, None, "Japan ist stark.", STRENGTH),
            ("affiliation", VOGT, LAND, "Karl Vogt ist Minister.", {"role": "Minister"}),
        ], known=(GERMANY,),
    )  # fmt: skip
    for number in range(5):
        yield extraction(
            f"bw-2-{number}", f"202{number}-01-01", "Land",
            [("visit", VOGT, JAPAN, f"Karl Vogt reist zum {number + 1}. Mal nach Japan.", {"status": "concluded"})],
        )  # fmt: skip
    visits = [("visit", LAND, city, f"Das Land reist nach {city.name}.", {}) for city in CITIES]
    yield extraction("bw-3", None, None, visits, known=(JAPAN,))
    yield extraction(
        "bw-4", "2019", "<b>Haus</b>",
        [("cooperation", HOSTILE, LAND, 'Sie schreibt "</blockquote><img src=x onerror=alert(1)>" & mehr.', {})],
        title="</title><script>alert(2)</script>",
    )  # fmt: skip


@pytest.fixture(scope="package")
def lines():
    return [*nquads(list(told())), *ontology_nquads()]


@pytest.fixture(scope="package")
def store(lines):
    with memory_store(lines) as made:
        yield made


@pytest.fixture(scope="package")
def files(store):
    """The site by path; a path that comes twice fails here."""
    from relgraph.publishing.site import site

    made = {}
    for name, text in site(store):
        assert name not in made
        made[name] = text
    return made
