import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.names.folding import folded
from relgraph.queries.index import Index, called, fits
from relgraph.queries.listing import Listed
from relgraph.store.opening import open_store

ID = "https://w3id.org/relgraph/id/"
THINGS = [
    Listed(f"{ID}country/JP", "Country", {"de": "Japan"}, code="JP", relations=20, releases=9),
    Listed(
        f"{ID}organisation/jaxa", "ResearchInstitution", {"de": "Japanische Raumfahrtagentur"}, {"JAXA"}, releases=2
    ),
    Listed(f"{ID}organisation/nrw-japan", "Company", {"de": "NRW Japan K.K."}, releases=5),
    Listed(f"{ID}event/solartag", "Event", {"de": "Deutschjapanischer Solartag"}, releases=7),
    Listed(f"{ID}country/LU", "Country", {"de": "Luxemburg", "en": "Luxembourg"}, code="LU", releases=1),
    Listed(f"{ID}city/luxemburg", "City", {"de": "Luxemburg"}, releases=8),
    Listed(f"{ID}region/DE-BW", "Region", {"de": "Baden-Württemberg"}, releases=50),
    Listed(
        "https://w3id.org/relgraph/topic/robotics",
        "Topic",
        {"de": "Robotik"},
        above=frozenset({"technology", "robotics"}),
    ),
    Listed(f"{ID}release/r1", "Release", {"de": "Reise nach Japan"}, date="2024-01-01", releases=1),
]


@pytest.fixture(scope="module")
def index():
    return Index(THINGS)


def names(found):
    return [one.name("de") for one in found]


def test_a_name_that_begins_so_comes_before_a_word_and_that_before_the_inside(index):
    assert names(index.find("japan")) == [
        "Japan", "Japanische Raumfahrtagentur", "NRW Japan K.K.", "Deutschjapanischer Solartag"
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["württ", "wuertt", "WURTT", "baden-w", "baden w"])
def test_umlauts_case_and_hyphens_are_forgiven(index, typed):
    assert names(index.find(typed)) == ["Baden-Württemberg"]


def test_words_are_found_in_any_order(index):
    assert names(index.find("japan nrw")) == ["NRW Japan K.K."]


def test_a_code_counts_as_it_is_written(index):
    assert index.find("JP")[0].iri.endswith("JP")
    assert index.exact("jp")[0].iri.endswith("JP")


def test_of_one_name_the_state_comes_first_and_the_other_is_told_by_its_iri(index):
    state, town = index.exact("luxemburg")
    assert (index.value(state, "de"), index.value(town, "de")) == ("Luxemburg", town.iri)
    assert index.value(state, "en") == "Luxembourg"


@pytest.mark.parametrize(
    ("kind", "found"),
    [("Country", 1), ("Organisation", 2), ("Actor", 3), ("Entity", 4), ("Topic", 0), ("Release", 1)],
)
def test_only_the_kind_that_is_asked_for(index, kind, found):
    assert len(index.find("japan", kind)) == found
    assert all(fits(one, kind) for one in index.find("japan", kind))


def test_topics_below_a_topic(index):
    assert names(index.find("robo", "technology")) == ["Robotik"]
    assert index.find("robo", "policy") == []


def test_nothing_typed_gives_what_has_most_evidence(index):
    assert names(index.find("", most=2)) == ["Baden-Württemberg", "NRW Japan K.K."] or index.find("")[0].releases == 50


def test_a_slip_is_near(index):
    assert index.find("Japna") == []
    assert names(index.near("Japna"))[0] == "Japan"


def test_the_other_name_that_was_meant_is_told(index):
    assert called(index.find("jaxa")[0], "jaxa", "de") == "JAXA"
    assert called(index.find("japan")[0], "japan", "de") == ""


@given(st.sampled_from(THINGS[:-1]), st.data())
def test_every_beginning_of_every_word_finds_its_thing(thing, data):
    key = folded(data.draw(st.sampled_from(sorted(thing.names.values()))))
    word = data.draw(st.sampled_from([at for at in range(len(key)) if at == 0 or key[at - 1] == " "]))
    typed = key[word : data.draw(st.integers(word + 1, len(key)))]
    assert thing in Index(THINGS).find(typed)


@given(st.text(max_size=12))
def test_no_text_is_too_strange_to_be_looked_for(text):
    assert isinstance(Index(THINGS).find(text, most=3), list)
    assert isinstance(Index(THINGS).exact(text), list)


def test_a_store_is_indexed_with_names_counts_and_aliases(built):
    with open_store(str(built / "store")) as store:
        index = Index.of(store)
    japan = index.find("Japan", "Country")[0]
    assert (japan.releases, japan.relations > 0, japan.code) == (1, True, "JP")
    assert index.find("Republik Korea", "Country")[0].name("de") == "Südkorea"
    assert index.find("Reise nach", "Release")[0].date == "2024-02-01"
    assert {"technology"} <= index.find("Robotik", "Topic")[0].above
