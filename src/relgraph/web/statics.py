"""Style sheets, scripts and libraries by addresses that change with their content, so that browsers may keep them."""

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, HTTPException, Response

from relgraph.brief.html import STYLE as BRIEF_STYLE
from relgraph.documenting.pages import stylesheet as documentation_style
from relgraph.explore import embedding
from relgraph.explore.page import explorer_script

_STATIC = Path(__file__).parent / "static"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_SHARED: dict[str, Callable[[], str]] = {
    "common.css": lambda: embedding.style("common.css"),
    "documentation.css": documentation_style,
    "reading.css": lambda: embedding.style("reading.css"),
    "explorer.css": lambda: embedding.style("explorer.css"),
    "explorer.js": lambda: explorer_script(served=True),
    "vis-network.js": embedding.vis_network,
}
"""What pages share with the files of `explore`, and where its text comes from."""

router = APIRouter()


@lru_cache
def content(name: str) -> bytes:
    """A file of `web/static`, or one of those that we share with other rooms; KeyError for any other."""
    if name in _SHARED:
        return _SHARED[name]().encode()
    held = {path.name: path for path in (*sorted(_STATIC.iterdir()), BRIEF_STYLE)}
    return held[name].read_bytes()


@lru_cache
def static(name: str) -> str:
    """Address of a file of `web/static` or of the explorer's shared ones.

    >>> static("common.css").startswith("/static/"), static("common.css").endswith("/common.css")
    (True, True)
    """
    return f"/static/{sha256(content(name)).hexdigest()[:12]}/{name}"


@router.get("/favicon.ico", include_in_schema=False)
def icon() -> Response:
    """The sign of the application, for pages that name none."""
    return Response(content("icon.svg"), media_type=_TYPES[".svg"], headers={"Cache-Control": "max-age=86400"})


@router.get("/static/{digest}/{name}", include_in_schema=False)
def file(digest: str, name: str) -> Response:
    """A static file; what an old page asks for is given as it is now."""
    try:
        held = content(name)
    except KeyError:
        raise HTTPException(404) from None
    kept = "public, max-age=31536000, immutable" if static(name).split("/")[2] == digest else "no-cache"
    return Response(held, media_type=_TYPES[Path(name).suffix], headers={"Cache-Control": kept})
