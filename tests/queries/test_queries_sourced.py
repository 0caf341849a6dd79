import pickle

import pytest

from relgraph.queries.catalogue import catalogue, find_question
from relgraph.queries.parameters import bindings
from relgraph.queries.run import run
from relgraph.queries.sourced import sourced, triples
from relgraph.store.opening import open_store
from relgraph.vocabulary import ID


@pytest.fixture(scope="module")
def store(bundled):
    with open_store(str(bundled / "store")) as opened:
        yield opened


def answer(store, name, **params):
    question = find_question(name)
    return sourced(question, store, bindings(question, params, store), params)


FREE = [name for name, question in catalogue().items() if not any(one.required for one in question.parameters)]


@pytest.mark.parametrize("name", FREE)
def test_rows_are_those_of_the_question_and_each_quotes_a_sentence_of_the_store(store, name):
    given = {"limit": "40"} if find_question(name).parameter("limit") else {}
    made = answer(store, name, **given)
    assert made.table == run(find_question(name), store, given)
    assert len(made.things) == len(made.cited) == len(made.table.rows)
    for note in made.notes:
        assert note.evidence.startswith(f"{ID}evidence/")
        assert note.sentence
        assert note.source.title != note.source.iri
        assert note.relations
    if "sentence" in made.table.columns:
        assert [bool(row["sentence"]) for row in made.table.dicts()] == [bool(numbers) for numbers in made.cited]


def test_notes_are_numbered_in_the_order_of_the_rows_and_no_sentence_twice(store):
    made = answer(store, "visits-and-meetings", country="Japan")
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    keys = [(note.sentence, note.source.iri) for note in made.notes]
    assert len(set(keys)) == len(keys)
    first = [numbers[0] for numbers in made.cited]
    assert list(dict.fromkeys(first)) == sorted(set(first))


def test_columns_name_things_of_the_store(store):
    made = answer(store, "technology-leaders", topic="Halbleiter")
    rows = list(made.table.dicts())
    for row, things in zip(rows, made.things, strict=True):
        labels = store.select(
            f"SELECT ?l {{ <{things['leader_name']}> rdfs:label ?l }}".replace(
                "rdfs:label", "<http://www.w3.org/2000/01/rdf-schema#label>"
            )
        )
        assert row["leader_name"] in {str(label) for (label,) in labels.rows}


def test_two_sentences_of_a_row_are_two_notes(store):
    made = answer(store, "shared-partners", actor="Baden-Württemberg", other="Bayern")
    assert all(len(numbers) == 2 for numbers in made.cited)


def test_a_release_quotes_itself(store):
    made = answer(store, "release-card", release="bw-2014-11-11-hfr-gifu")
    assert {note.source.iri for note in made.notes} == {f"{ID}release/bw-2014-11-11-hfr-gifu"}


def test_the_sparql_gives_the_same_rows(store):
    made = answer(store, "technology-leaders", topic="Halbleiter")
    assert "#+" not in made.sparql
    assert "topic/semiconductors" in made.sparql
    assert len(store.select(made.sparql).rows) == len(made.table.rows)


def test_the_triples_behind_an_answer_hold_relations_sentences_and_names(store):
    made = answer(store, "technology-leaders", topic="Halbleiter")
    lines = "\n".join(triples(store, {iri for note in made.notes for iri in note.relations}))
    for note in made.notes:
        assert all(f"<{iri}>" in lines for iri in (*note.relations, note.evidence, note.source.iri))
    for part in ("Strength", "TextQuoteSelector", "TextPositionSelector", "dc/terms/title", '"Südkorea"@de'):
        assert part in lines
    assert "articleBody" not in lines


def test_an_answer_can_be_sent_from_process_to_process(store):
    made = answer(store, "technology-leaders")
    assert pickle.loads(pickle.dumps(made)) == made
