"""A graph made of releases, through a real store: a hub with more partners than the first view holds; hostile text."""

import pytest

from relgraph import iris
from relgraph.explore.page import explorer_page
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.network.projection import project
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType as T

HOSTILE = "</script><img src=x onerror=alert(1)>"
LAND = iris.entity(T.REGION, "DE-BW")
JAPAN = iris.entity(T.COUNTRY, "JP")
MALICE = iris.entity(T.COMPANY, HOSTILE)
CITIES = [f"Stadt {number:03}" for number in range(130)]

MAIN = Release(
    id="bw-1", title="Gespräche in Tokio", date="2019-05-04", publisher="Staatsministerium",
    region="Baden-Württemberg", url="https://example.org/bw-1",
    text="Baden-Württemberg arbeitet mit Japan bei Robotik zusammen. Japan liegt bei Robotik vorne. "
    "Beide sprachen in Tokio. Winfried Kretschmann ist Ministerpräsident von Baden-Württemberg.",
)  # fmt: skip
LATER = Release(
    id="bw-2", title="Neue Pläne", date="2023-12-01", publisher="Staatsministerium", url="javascript:alert(1)",
    text=f"Japan und Baden-Württemberg wollen weiter zusammenarbeiten. {HOSTILE} trifft Japan & <b>andere</b>.",
)  # fmt: skip
REVIEW = {"basis": "reviewed", "reviewer": "Eva <i>Muster</i>", "reviewed_on": "2026-11-27"}
LISTS = Release(id="bw-3", title="Partnerstädte", date="2021", text="Das Land hat viele Partner.")


def entity(kind, name, key=None, **more):
    return Entity(id=iris.entity(kind, key or name), type=kind, name=name, **more)


PERSON = entity(T.PERSON, "Winfried Kretschmann")
ENTITIES = (
    entity(T.REGION, "Baden-Württemberg", "DE-BW", code="DE-BW"),
    entity(T.COUNTRY, "Japan", "JP", code="JP", name_en="Nippon"),
    PERSON,
)


def stated(release, sentence, kind, subject, obj=None, **more):
    start = release.text.index(sentence)
    return Relation(
        id=iris.relation(release.id, kind, subject, obj), type=kind, subject=subject, object=obj, rule=f"{kind}/test",
        evidence=Evidence(text=sentence, start=start, end=start + len(sentence)), confidence=0.9, **more,
    )  # fmt: skip


def mentioned(release, held):
    start = release.text.index(held.name)
    mention = Mention(text=held.name, start=start, end=start + len(held.name))
    return held.model_copy(update={"mentions": (mention,)})


def main_extraction():
    first, second, third, fourth = (f"{part}." for part in MAIN.text.rstrip(".").split(". "))
    relations = (
        stated(MAIN, first, "cooperation", LAND, JAPAN, topics=("robotics",)),
        stated(MAIN, second, "strength", JAPAN, topics=("robotics",)),
        stated(MAIN, third, "meeting", LAND, JAPAN, date="2019-05-02", basis="curated"),
        stated(MAIN, fourth, "affiliation", PERSON.id, LAND, role="Ministerpräsident"),
    )
    found = tuple(mentioned(MAIN, held) for held in (*ENTITIES, entity(T.CITY, "Tokio")))
    return Extraction(release=MAIN, entities=found, relations=relations)


def later_extraction():
    first, second = LATER.text.split(". ", 1)
    relations = (
        stated(LATER, f"{first}.", "cooperation", JAPAN, LAND, status="planned", **REVIEW),
        stated(LATER, second, "meeting", MALICE, JAPAN),
    )
    hostile = mentioned(LATER, entity(T.COMPANY, HOSTILE))
    return Extraction(release=LATER, entities=(*ENTITIES[:2], hostile), relations=relations)


def list_extraction():
    cities = tuple(entity(T.CITY, name) for name in CITIES)
    relations = tuple(stated(LISTS, LISTS.text, "partnership", LAND, city.id) for city in cities)
    return Extraction(release=LISTS, entities=(ENTITIES[0], *cities), relations=relations)


@pytest.fixture(scope="session")
def extractions():
    return [main_extraction(), later_extraction(), list_extraction()]


@pytest.fixture(scope="session")
def graph(extractions):
    with memory_store([*nquads(extractions), *ontology_nquads()]) as store:
        return project(store)


@pytest.fixture(scope="session")
def page_text(graph):
    return explorer_page(graph)


def read_table(held):
    """Rows of a table by column, without what is None."""
    columns = {
        name: [values["of"][at] for at in values["at"]] if isinstance(values, dict) else values
        for name, values in held.items()
    }
    found = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
    return [{name: value for name, value in row.items() if value is not None} for row in found]


@pytest.fixture
def rows():
    return read_table


@pytest.fixture
def visit(window, tmp_path):
    """Open HTML text in the browser, `told` behind the # of its address.

    Afterwards nothing may have been requested, complained of or run.
    """
    path = tmp_path / "page.html"

    def call(text, told="", **options):
        path.write_text(text, encoding="utf-8")
        return window.open(path.as_uri() + (f"#{told}" if told else ""), **options)

    yield call
    window.check(lambda url: url.partition("#")[0] == path.as_uri())
