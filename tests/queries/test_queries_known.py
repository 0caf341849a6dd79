"""A store that another version has built is told from one that has nothing to tell."""

import pytest

from relgraph.errors import StoreError
from relgraph.graph.ontology import ontology_nquads
from relgraph.queries.catalogue import catalogue
from relgraph.queries.known import check_known
from relgraph.queries.run import run
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import ONTOLOGY

ONES = [f"<{ONTOLOGY}backingRank> ", f"<{ONTOLOGY}backer> "]


@pytest.fixture(scope="module")
def former():
    """A store whose ontology lacks two terms."""
    with memory_store([line for line in ontology_nquads() if not line.startswith(tuple(ONES))]) as store:
        yield store


def test_what_a_store_does_not_know_is_named(former):
    with pytest.raises(StoreError, match=r"knows no rg:backer, rg:backingRank; if another version .* `relgraph build`"):
        run(catalogue()["documents"], former, {})
    assert not run(catalogue()["memberships"], former, {}).rows


def test_every_question_of_the_catalogue_reads_what_the_ontology_has():
    with memory_store(ontology_nquads()) as store:
        for question in catalogue().values():
            check_known(question.text, store)


def test_data_without_an_ontology_are_answered(former):
    with memory_store([]) as store:
        assert not run(catalogue()["documents"], store, {}).rows


def test_words_in_comments_and_texts_are_no_terms(former):
    check_known('# rg:backer\nSELECT ?s WHERE { ?s ?p "rg:backer" }', former)
