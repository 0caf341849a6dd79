"""Who may come up in synthetic releases, however many there are."""

from world import _distinct

from relgraph.vocabulary import EntityType


def test_where_names_run_out_there_are_fewer_of_a_kind():
    (only,) = _distinct(EntityType.DOCUMENT, 3, lambda: ("Zukunftsstrategie", None))
    assert only.name == "Zukunftsstrategie"
