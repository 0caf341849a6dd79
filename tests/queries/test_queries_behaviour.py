"""Every question of the catalogue has the same answer in every store: a folder, `oxigraph serve`, Virtuoso."""

import pytest

from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.queries.catalogue import catalogue
from relgraph.queries.run import run
from relgraph.store.embedded import open_embedded, write_store
from relgraph.store.loading import load
from relgraph.store.remote import RemoteStore
from test_queries_answers import ASKED, WIDE

DEVIATING = {}


@pytest.fixture(scope="module")
def folder(wide_graph, tmp_path_factory):
    place = tmp_path_factory.mktemp("wide") / "store"
    write_store(place, wide_graph)
    return place


@pytest.fixture(scope="module", params=["disk", "oxigraph", "union", "virtuoso"])
def store(request, folder, server_at):
    if request.param == "disk":
        opened = open_embedded(folder)
    else:
        opened = RemoteStore(server_at(request.param))
        load(folder, opened, lambda step, done, total: None)
    with opened:
        yield opened


@pytest.mark.parametrize("name", catalogue())
def test_a_question_has_the_same_answer_everywhere(name, store, wide_store):
    params = WIDE.get(name) or ASKED.get(name, {})
    assert run(catalogue()[name], store, params) == run(catalogue()[name], wide_store, params)
