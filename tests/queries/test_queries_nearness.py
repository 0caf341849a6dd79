import pytest

from relgraph.graph.ontology import ontology_nquads
from relgraph.queries.nearness import near_names
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import ID, ONTOLOGY

NAMES = ("Alpenrhein-Kommission", "Arbeitsgemeinschaft Alpenländer", "Ostasien", "Bayern", "Asien")
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@pytest.fixture(scope="module")
def store():
    quads = list(ontology_nquads())
    for number, name in enumerate(NAMES):
        quads += [
            f'<{ID}thing/{number}> <{LABEL}> "{name}"@de .\n',
            f"<{ID}tie/{number}> <{TYPE}> <{ONTOLOGY}Tie> .\n",
            f"<{ID}tie/{number}> <{ONTOLOGY}subject> <{ID}thing/{number}> .\n",
        ]
    quads.append(f'<{ID}thing/99> <{LABEL}> "Alpenraumstelle"@de .\n')
    with memory_store(quads) as opened:
        yield opened


def test_names_that_begin_alike_come_first_the_longest_beginning_before_others(store):
    assert near_names("Alpenraum", store) == ["Alpenrhein-Kommission", "Arbeitsgemeinschaft Alpenländer"]


def test_names_spelt_alike_are_near_and_the_label_itself_is_not(store):
    assert near_names("Asien", store) == ["Ostasien"]


def test_where_nothing_is_near_nothing_is_named(store):
    assert near_names("Vietnam", store) == []
