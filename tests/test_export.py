"""All formats at once are those of each by itself."""

from relgraph.checking import check
from relgraph.export import FILES, data_spool, export, exports
from relgraph.store.embedded import open_embedded


def test_all_files_at_once_are_those_of_each_format(built):
    with open_embedded(built / "store") as store:
        together = {name: b"".join(content) for name, content in exports(store)}
        assert together == {name: b"".join(export(store, format_)) for name, format_ in FILES.items()}
        with data_spool(store) as spool:
            assert check(store, spool) == check(store)
            assert {name: b"".join(content) for name, content in exports(store, spool)} == together
    assert {name: (built / "export" / name).read_bytes() for name in FILES} == together
