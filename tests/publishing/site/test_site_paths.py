import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.publishing.site.paths import Paths
from relgraph.vocabulary import ID, TOPIC

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")


@pytest.mark.parametrize(
    "iri", [f"{ID}country/JP", f"{ID}document/bw-1/absichtserklaerung", f"{TOPIC}robotics", f"{ID}release/bw-1.v2"]
)
def test_a_usual_iri_lies_where_it_says(iri):
    assert Paths([iri]).of(iri) == iri.removeprefix("https://w3id.org/relgraph/")


def test_what_differs_in_case_alone_lies_apart():
    one, other = f"{ID}person/Anna", f"{ID}person/anna"
    paths = Paths([one, other])
    assert paths.of(one) == "id/person/Anna"
    assert re.fullmatch("id/person/anna~[0-9a-f]{12}", paths.of(other))
    assert Paths([other, one]).of(other) == paths.of(other)


@pytest.mark.parametrize("name", ["..", ".htaccess", "con", "AUX.txt", "a b", "a%2Fb", "ä", "", "a" * 300, "x~y", "a."])
def test_a_name_that_file_systems_refuse_is_made_plain(name):
    path = Paths([f"{ID}person/{name}"]).of(f"{ID}person/{name}")
    part = path.removeprefix("id/person/")
    assert SAFE.fullmatch(part)
    assert re.search("~[0-9a-f]{12}$", part)
    assert len(part) < 120


@given(st.sets(st.text(max_size=12), max_size=8))
def test_any_names_lie_apart_and_within_the_site(names):
    iris = [f"{ID}person/{name}" for name in names] + [f"https://example.org/{name}" for name in names]
    paths = Paths(iris)
    held = [paths.of(iri) for iri in iris]
    assert len({path.casefold() for path in held}) == len(iris)
    assert all(SAFE.fullmatch(part) for path in held for part in path.split("/"))
