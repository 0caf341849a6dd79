"""Changes of the graph that the protocols ask for, made in a process that is ended at the limit."""

from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from relgraph.errors import QueryError, StoreError
from relgraph.store.guard import admitted_update
from relgraph.store.operations import asked_of
from relgraph.store.protocol import Store
from relgraph.store.updating import Changed, Sent, drop_graph, put_graph, tidy_up, update
from relgraph.store.wanted import Dataset
from relgraph.web.desk import Late, Stopped
from relgraph.web.protocol.refusing import Refused
from relgraph.web.site import Site

P = ParamSpec("P")
T = TypeVar("T")


def do_update(store: Store, sparql: str, using: Dataset | None, base: str) -> None:
    """Do what an update says."""
    from relgraph.store.remote import RemoteStore

    if isinstance(store, RemoteStore):
        if admitted_update(sparql) != sparql:  # what that server makes of escapes is not known
            raise QueryError("SPARQL", "SERVICE and LOAD are refused, within strings too")
        return store.update(f"BASE <{base}> {asked_of(sparql, using)}")
    return update(Path(store.location), sparql, using, base)


def do_put(store: Store, graph: str | None, sent: tuple[Sent, ...], replace: bool) -> Changed:
    """Put triples into a graph."""
    return put_graph(Path(store.location), graph, sent, replace=replace)


def do_drop(store: Store, graph: str | None) -> bool:
    """Take a graph away."""
    return drop_graph(Path(store.location), graph)


async def changed(
    site: Site, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:  # fmt: skip
    """What a change gives back.

    Raises:
        Refused: it is malformed, took too long, or the store cannot be written.
    """
    assert site.writing is not None  # whoever may change the graph has it
    try:
        return await site.writing.ask(function, *args, **kwargs)
    except Stopped as error:
        await _tidied(site)
        headers = {"Retry-After": "10"} if isinstance(error, Late) else {}
        raise Refused(503, f"{error}: nothing was changed", headers=headers) from None
    except QueryError as error:
        raise Refused(400, str(error), place=error.place) from None
    except StoreError as error:
        raise Refused(503, str(error), headers={"Retry-After": "1"}) from None


async def _tidied(site: Site) -> None:
    if "://" not in site.settings.store:
        await to_thread(tidy_up, Path(site.settings.store))
