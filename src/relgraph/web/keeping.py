"""Pages that are kept until the graph changes: known by their address and language."""

from collections.abc import Callable, Collection, Hashable

from fastapi import Request, Response

from relgraph.web.linked import fresh, respond, tag, unchanged
from relgraph.web.rendering import remember
from relgraph.web.shelf import Answer
from relgraph.web.site import Site
from relgraph.web.speech import Speech

HTML_TYPE = "text/html; charset=utf-8"


def known_by(
    request: Request, site: Site, speech: Speech, parameters: Collection[str], *more: Hashable
) -> Hashable | None:
    """What an answer is known by; nothing where it shall not be kept.

    Of a store behind an address nobody knows when it changes, and addresses with parameters that no page has could fill
    all the room.
    """
    generation = site.holding.generation
    given = tuple(sorted(request.query_params.multi_items()))
    if not generation or len(given) > len(parameters) or not {name for name, _ in given} <= {*parameters}:
        return None
    return (generation, request.scope["raw_path"], given, speech.language, *more)


async def kept_answer(
    request: Request, site: Site, speech: Speech, key: Hashable | None, make: Callable[[], Answer]
) -> Response:
    """The answer known by a key: the one that is kept, or made now; or the news that the client's is still good."""
    etag = tag(key) if key is not None else None
    if etag is not None and fresh(request, etag):
        return unchanged(etag)
    return remember(request, respond(request, await site.shelf.get(key, make), etag), speech)


async def kept_page(
    request: Request, site: Site, speech: Speech, parameters: Collection[str], make: Callable[[], str]
) -> Response:
    """The page at this address with these parameters, whose text `make` makes."""
    key = known_by(request, site, speech, parameters)
    return await kept_answer(request, site, speech, key, lambda: Answer.of(HTML_TYPE, make().encode()))
