"""What every page needs: the store, the desk, and how to give a page back."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Annotated, Concatenate, ParamSpec, TypeVar, cast

from fastapi import Depends, Request

from relgraph.queries.index import Index
from relgraph.store.protocol import Store
from relgraph.web.asking.heard import Heard, heard
from relgraph.web.desk import Desk, Lanes
from relgraph.web.holding import Holding
from relgraph.web.kept import Answers, Kept
from relgraph.web.settings import Settings
from relgraph.web.shelf import Shelf

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Site:
    """The application's one of each; `holding` is for look-ups of milliseconds, `desk` for all else."""

    settings: Settings
    holding: Holding
    desk: Desk
    hearing: Desk
    """Where questions in words are read: a process that has all names, so that the others need not."""
    sparql: Lanes
    """Where questions of anybody's making are asked, so that ours do not wait for them."""
    writing: Desk | None
    """Where the graph is changed, one change after the other; nothing where it may not be."""
    index: Kept[Index]
    answers: Answers[object]
    """What the desk has answered, by function and arguments."""
    shelf: Shelf
    """Pages as they are sent."""

    async def hear(self, text: str, language: str) -> Heard:
        """What is heard in a question in words; asked once and kept, and raises, as `ask` does."""
        key = (self.holding.generation, heard, text, language)
        return cast(Heard, await self.answers.get(key, lambda: self.hearing.ask(heard, text, language)))

    async def ask(self, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the desk answers; asked once, however many wait for it, and kept as long as the store is the same.

        Who goes away leaves the question running, to its limit at most: the next one finds it answered, and no asker
        has to be replaced because somebody has clicked on.

        Raises:
            Stopped: it took longer than the limit.
            RelgraphError: whatever the function raises.
        """
        key = (self.holding.generation, function, _frozen(args), _frozen(kwargs))
        return cast(T, await self.answers.get(key, lambda: self.desk.ask(function, *args, **kwargs)))


def _frozen(value: object) -> Hashable:
    if isinstance(value, Mapping):
        return tuple(sorted((key, _frozen(one)) for key, one in value.items()))
    if isinstance(value, list | tuple):
        return tuple(_frozen(one) for one in value)
    assert isinstance(value, Hashable)
    return value


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


Here = Annotated[Site, Depends(_site)]
"""The site, as a parameter of a page."""
