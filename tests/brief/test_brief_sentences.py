import pytest

from relgraph.brief.gathering import gather
from relgraph.brief.sentences import Sentences
from relgraph.errors import StoreError
from relgraph.graph.ontology import ontology_nquads
from relgraph.store.embedded import memory_store


def test_a_sentence_is_read_when_asked_for_alone_or_with_others(store):
    evidence = {fact.evidence for fact in gather(store, "Kanagawa").facts}
    together = Sentences(store)
    together.read(evidence)
    assert {iri: Sentences(store).of(iri) for iri in evidence} == {iri: together.of(iri) for iri in evidence}
    assert "Seit 1989 sind das Land und Kanagawa Partner." in {together.of(iri) for iri in evidence}


def test_evidence_that_quotes_nothing_is_refused(store):
    lines = [line for line in store.dump() if "oa#exact>" not in line]
    with memory_store([*ontology_nquads(), *lines]) as broken:
        [fact] = gather(broken, "Japan", region="Hessen").dealings
        with pytest.raises(StoreError, match="quotes no sentence"):
            Sentences(broken).of(fact.evidence)
