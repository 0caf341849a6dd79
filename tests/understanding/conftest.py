"""A reader of the small graph that several rooms' tests share, and one of the bundled releases."""

import pytest

from relgraph.store.opening import open_store
from relgraph.understanding.reading import Reader


@pytest.fixture(scope="session")
def reader(built):
    with open_store(str(built / "store")) as store:
        yield Reader(store)


@pytest.fixture(scope="session")
def bundled_store(bundled):
    with open_store(str(bundled / "store")) as store:
        yield store


@pytest.fixture(scope="session")
def hear(reader):
    """What is heard in a question to the small graph."""
    from relgraph.understanding.hearing import hear

    return lambda text: hear(text, reader.store, reader.directory, reader.matters, "2024-05-20")


@pytest.fixture(scope="session")
def hear_bundled(bundled_store):
    """What is heard in a question to the graph of the bundled releases."""
    from relgraph.understanding.hearing import hear

    reader = Reader(bundled_store)
    return lambda text: hear(text, reader.store, reader.directory, reader.matters, "2024-05-20")
