import re
from pathlib import Path

import pytest

from relgraph import iris
from relgraph.errors import DataError
from relgraph.explore import words
from relgraph.explore.words import labels, strings
from relgraph.graph.ontology import ontology_graph
from relgraph.vocabulary import Basis, EntityType, RelationType, Status

ROOM = Path(words.__file__).parent
SAID = re.compile(r'\bsay\("([a-z_]+)"|data-say(?:-\w+)?="([a-z_]+)"|\bstrings\.([a-z_]+)|filled\("([a-z_]+)"')
COUNTED = re.compile(r'\bcount\("([a-z_]+)"')


@pytest.fixture(scope="module")
def ontology():
    """Labels of the ontology by IRI and language."""
    held = {}
    for subject, predicate, value in ontology_graph():
        if str(predicate).rsplit("#")[-1] in ("label", "prefLabel"):
            held.setdefault((str(subject), value.language), set()).add(str(value))
    return held


def expected():
    yield from (("entity_types", kind.value, kind.value) for kind in EntityType)
    yield from (("relation_types", kind.value, kind.class_name) for kind in RelationType)
    yield from (("statuses", status.value, status.value) for status in Status)
    yield from (("bases", basis.value, basis.value) for basis in Basis)


@pytest.mark.parametrize(("group", "key", "term"), list(expected()))
def test_types_statuses_and_bases_are_called_what_the_ontology_calls_them(ontology, group, key, term):
    for language in ("de", "en"):
        assert labels()[group][key][language] in ontology[iris.term(term), language]


def test_nothing_else_is_labelled():
    known = {(group, key) for group, key, _ in expected()} | {("entity_types", "Topic")}
    assert {(group, key) for group, table in labels().items() for key in table} == known


def keys_used(*patterns):
    """Keys that templates and scripts ask for by name."""
    text = "\n".join(path.read_text(encoding="utf-8") for pattern in patterns for path in sorted(ROOM.glob(pattern)))
    said = {key for match in SAID.finditer(text) for key in match.groups() if key}
    counted = {f"{key}_{end}" for key in COUNTED.findall(text) for end in ("one", "many")}
    return said | counted


def of_both():
    return set(strings("explorer")) & set(strings("reading"))


def test_the_explorer_says_what_there_is_and_all_there_is():
    built = {
        f"facet_{facet}" for facet in ("types", "relations", "topics", "places", "publishers", "statuses", "bases")
    }
    columns = ("subject", "type", "object", "topics", "statuses", "sentences", "releases", "last")
    built |= {f"column_{column}" for column in columns}
    built |= {"tick_all", "tick_none", "tick_clear", "hidden_some", "chosen_some", "end_from", "end_to"}
    built |= {f"{shelf}_{name}" for shelf in ("hidden", "pinned") for name in ("back", "all_back")}
    built |= {"shelf_hidden", "shelf_pinned", "hide_line", "bring_back", "sentence_head", "source_head"}
    built |= {f"download_{kind}" for kind in ("png", "svg", "csv", "graphml", "ttl")}
    built |= {"path_to", "only_around", "filter_topic", "pin", "hide"}  # what can be done with a node
    built |= {"role", "amount", "document", "event", "time"}  # the details of a statement
    used = keys_used("templates/explorer.html", "static/explorer/*.js") | built
    assert used <= set(strings("explorer"))
    assert set(strings("explorer")) - of_both() <= used


def test_the_reading_page_says_what_there_is_and_all_there_is():
    used = keys_used("templates/reading.html")
    assert used <= set(strings("reading"))
    assert set(strings("reading")) - of_both() <= used


@pytest.mark.parametrize("page", ["explorer", "reading"])
def test_both_languages_have_the_same_places_for_values(page):
    for key, said in strings(page).items():
        german, english = (sorted(re.findall(r"\{\w+\}", said[language])) for language in ("de", "en"))
        assert german == english, key


def test_a_word_in_one_language_only_is_an_error():
    with pytest.raises(DataError, match="reset: words are needed in de and en"):
        words._both(Path("strings.yaml"), {"reset": {"de": "Zurücksetzen"}})
