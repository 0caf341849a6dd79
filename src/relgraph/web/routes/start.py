"""The first page: search, and what can be asked."""

from fastapi import APIRouter, Request, Response

from relgraph.web.rendering import render
from relgraph.web.speech import Spoken

router = APIRouter()


@router.get("/")
def start(request: Request, speech: Spoken) -> Response:
    """The first page."""
    return render(request, speech, "start.html")
