from handmade import GERMANY, JAPAN, LAND, extraction
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store
from relgraph.web.things.names import things

TOLD = [("cooperation", LAND, JAPAN, "Das Land arbeitet mit Japan zusammen.", {})]


def test_names_are_read_once_while_a_store_is_open():
    asked = []
    with memory_store(nquads([extraction("bw-1", "2019-05-01", "X", TOLD, known=(GERMANY,))])) as store:
        rows = store.rows
        store.rows = lambda sparql: asked.append(sparql) or rows(sparql)
        first = things(store, {JAPAN.id})
        both = things(store, {JAPAN.id, LAND.id})
        assert things(store, {JAPAN.id, LAND.id}) == both
    assert first[JAPAN.id].names == {"de": "Japan", "en": "Japan"}
    assert len(asked) == 2
    assert JAPAN.id not in asked[1]


def test_another_store_has_names_of_its_own():
    for name in ("Nippon", "Japan"):
        told = [("cooperation", LAND, JAPAN.model_copy(update={"name": name}), "Satz.", {})]
        with memory_store(nquads([extraction("bw-1", "2019-05-01", "X", told, known=(GERMANY,))])) as store:
            assert things(store, {JAPAN.id})[JAPAN.id].names["de"] == name
