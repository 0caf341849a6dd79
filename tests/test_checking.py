from relgraph.checking import check, data_lines
from relgraph.graph.ontology import ontology_nquads
from relgraph.store.opening import open_store


def test_data_and_ontology_together_are_the_store(built):
    with open_store(built / "store") as store:
        data, whole = data_lines(store), list(store.dump())
    assert sorted({*data, *ontology_nquads()}) == whole
    assert not set(data) & set(ontology_nquads())


def test_all_three_kinds_of_checks_run(built, monkeypatch):
    ran = []
    for name in ("check_shapes", "check_queries", "check_evidence"):
        monkeypatch.setattr(f"relgraph.checking.{name}", lambda given, name=name: ran.append(name) or [])
    with open_store(built / "store") as store:
        assert check(store) == []
    assert ran == ["check_shapes", "check_queries", "check_evidence"]
