import pytest

from relgraph.queries import keeping
from relgraph.queries.catalogue import catalogue
from relgraph.queries.keeping import keep_answers
from relgraph.queries.run import run
from relgraph.store.answers import Answers
from relgraph.store.embedded import open_embedded
from written import write_store


def test_what_many_will_ask_is_answered_from_what_was_kept(wide_store, tmp_path, monkeypatch):
    write_store(tmp_path, wide_store.dump())
    monkeypatch.setattr(Answers.__init__, "__defaults__", (0,))
    monkeypatch.setattr(keeping, "SLOW", 0)
    names = ("concentration", "offices", "releases-by-year", "timeline")
    held = {name: catalogue()[name] for name in names}
    monkeypatch.setattr(keeping, "catalogue", lambda: held)
    steps = []
    with open_embedded(tmp_path) as store:
        keep_answers(store, lambda *step: steps.append(step))
    assert steps == [("answering", done, 3) for done in range(3)]  # a timeline needs an actor
    actor = {"actor": "Baden-Württemberg"}
    asked = [
        ("concentration", {}), ("concentration", {"by": "partner", "language": "en"}), ("concentration", actor),
        ("offices", {"language": "en"}), ("offices", actor), ("releases-by-year", {}),
    ]  # fmt: skip
    answers = [run(held[name], wide_store, params) for name, params in asked]
    with open_embedded(tmp_path) as store:
        select = store.select

        def only_names(sparql, *given):
            return (
                select(sparql, *given) if "rdfs:label" in sparql and len(sparql) < 400 else pytest.fail("asked again")
            )

        monkeypatch.setattr(store, "select", only_names)
        assert [run(held[name], store, params) for name, params in asked] == answers
