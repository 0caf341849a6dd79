"""IRIs are a promise: those below never change; a change of one needs a redirect."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph import iris
from relgraph.graph.terms import iri
from relgraph.vocabulary import EntityType

ID = "https://w3id.org/relgraph/id"
JAPAN = f"{ID}/country/JP"
LAND = f"{ID}/region/DE-BW"
GOLDEN = [
    (iris.entity(EntityType.COUNTRY, "JP"), JAPAN),
    (iris.entity(EntityType.COUNTRY, "TW"), f"{ID}/country/TW"),
    (iris.entity(EntityType.REGION, "DE-BW"), LAND),
    (iris.entity(EntityType.REGION, "JP-14"), f"{ID}/region/JP-14"),
    (iris.entity(EntityType.REGION, "Grand Est"), f"{ID}/region/grand-est"),
    (iris.entity(EntityType.CITY, "2825297"), f"{ID}/city/2825297"),
    (iris.entity(EntityType.CITY, "Überlingen"), f"{ID}/city/ueberlingen"),
    (iris.entity(EntityType.WORLD_REGION, "Asien-Pazifik"), f"{ID}/world-region/asien-pazifik"),
    (iris.entity(EntityType.GOVERNMENT_BODY, "Bundesregierung"), f"{ID}/organisation/bundesregierung"),
    (iris.entity(EntityType.COMPANY, "L-Bank"), f"{ID}/organisation/l-bank"),
    (iris.entity(EntityType.COMPANY, "BASF"), f"{ID}/organisation/basf"),
    (iris.entity(EntityType.RESEARCH_INSTITUTION, "Universität Gießen"), f"{ID}/organisation/universitaet-giessen"),
    (iris.entity(EntityType.PERSON, "Dr. Søren Łukasz"), f"{ID}/person/dr-soren-lukasz"),
    (iris.entity(EntityType.DOCUMENT, "China-Strategie"), f"{ID}/document/china-strategie"),
    (iris.entity(EntityType.EVENT, "Expo 2020"), f"{ID}/event/expo-2020"),
    (iris.local_entity(EntityType.DOCUMENT, "bw-1", "Absichtserklärung"), f"{ID}/document/bw-1/absichtserklaerung"),
    (iris.release("bw-2023-12-01-leitlinien"), f"{ID}/release/bw-2023-12-01-leitlinien"),
    (iris.relation("bw-1", "partnership", LAND, JAPAN), f"{ID}/relation/bw-1/afcabc354c0d"),
    (iris.relation("bw-1", "strength", JAPAN, None), f"{ID}/relation/bw-1/10e9f5632e5a"),
    (iris.evidence("bw-1", 700, 930), f"{ID}/evidence/bw-1/700-930"),
    (iris.tie("partnership", LAND, JAPAN, "active"), f"{ID}/tie/aa2c14aa8191"),
    (iris.tie("affiliation", LAND, JAPAN, "active", "Minister"), f"{ID}/tie/3f433ac5b74a"),
    (iris.topic("robotics"), "https://w3id.org/relgraph/topic/robotics"),
    (iris.term("Partnership"), "https://w3id.org/relgraph/ontology#Partnership"),
]
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@pytest.mark.parametrize(("minted", "promised"), GOLDEN, ids=[promised for _, promised in GOLDEN])
def test_an_iri_stays_what_it_was(minted, promised):
    assert minted == promised


def test_a_name_in_capitals_is_no_code():
    assert iris.entity(EntityType.COUNTRY, '"') != f'{ID}/country/"'


@given(kind=st.sampled_from(EntityType), name=NAMES)
def test_any_name_makes_a_sound_iri_and_always_the_same(kind, name):
    minted = iris.entity(kind, name)
    assert str(iri(minted)) == minted == iris.entity(kind, name)
    assert minted.isascii()
    assert not minted.endswith("/")


@given(name=NAMES)
def test_a_name_makes_at_most_one_step_of_the_path(name):
    prefix = f"{ID}/event/bw-1/"
    assert "/" not in iris.local_entity(EntityType.EVENT, "bw-1", name).removeprefix(prefix)


@given(keys=st.lists(NAMES.filter(lambda name: "\x1f" not in name), min_size=2, max_size=4))
def test_a_digest_tells_where_one_key_ends(keys):
    assert iris.digest(*keys) != iris.digest("".join(keys))
    assert len(iris.digest(*keys)) == 12


def test_an_end_that_is_missing_is_not_the_same_as_one_that_is_there():
    assert iris.relation("bw-1", "concern", LAND, None) != iris.relation("bw-1", "concern", LAND, JAPAN)
    assert iris.tie("visit", LAND, JAPAN, "active") != iris.tie("visit", JAPAN, LAND, "active")
    assert iris.tie("visit", LAND, JAPAN, "active") != iris.tie("visit", LAND, JAPAN, "planned")


LIKE = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "K": "\u041a", "A": "\u0410", "i": "\u03b9"}


@pytest.mark.parametrize("name", ["Aoki GmbH", "Universität Kyoto", "Eva Berg"])
def test_a_name_that_only_looks_like_another_has_another_iri(name):
    plain = iris.slug(name)
    for letter, like in LIKE.items():
        if letter in name:
            other = iris.slug(name.replace(letter, like, 1))
            assert other != plain
            assert re.fullmatch(r"[a-z0-9-]+", other)
    assert iris.slug("Москва") == "moskva"
    assert iris.slug("β-Carotin und α-Wert") == "b-carotin-und-a-wert"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "\0", "CON", "a" * 300, "..", "/", "\u202egpj.exe", "%2e%2e/", "."]
)
def test_a_slug_leads_nowhere(name):
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,119}", iris.slug(name))
