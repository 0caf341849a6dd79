import pytest

from relgraph.errors import StoreError
from relgraph.store.opening import open_store
from written import write_store


def test_a_folder_is_opened(tmp_path, quads):
    write_store(tmp_path, quads)
    for location in (tmp_path, str(tmp_path)):
        with open_store(location) as store:
            assert list(store.dump()) == quads


def test_an_address_is_opened(server, quads):
    with open_store(server) as store:
        assert store.location == server
        assert list(store.dump()) == quads


@pytest.mark.parametrize("location", ["ftp://127.0.0.1/", "file:///etc"])
def test_another_scheme_is_refused(location):
    with pytest.raises(StoreError, match="neither a folder nor"):
        open_store(location)


def test_a_store_is_not_written_through_the_door(tmp_path, quads):
    write_store(tmp_path, quads)
    with open_store(tmp_path) as store, pytest.raises(RuntimeError, match="read-write"):
        store._engine.update("DROP ALL")
