"""The search page: what is called so, grouped by kind; and what is asked, where the words are a question."""

import re

from fastapi import APIRouter, Request, Response

from relgraph.queries.catalogue import find_question
from relgraph.queries.index import called
from relgraph.web.asking.page import Answer, answer
from relgraph.web.desk import Stopped
from relgraph.web.rendering import render
from relgraph.web.search import KINDS, evidence, kind_label, search
from relgraph.web.site import Here, Site
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

_ASKED = re.compile(
    r"\s*(wer|wen|wem|wessen|was|wann|wo|woher|wohin|womit|worin|wie|warum|welche\w*|mit wem|seit wann|gibt|hat|haben|"
    r"who|whom|whose|what|when|where|which|how|why|with whom|since|is|are|does|do|did|has|have|show|list|"
    r"zeig\w*|nenn\w*)\b",
    re.IGNORECASE,
)
FIRST_ROWS = 5
"""Rows of an answer that a page of results shows."""
_WORDS = 2
"""Words from which on what is no name may be a question without question mark."""


@router.get("/search")
async def page(
    request: Request, site: Here, speech: Spoken, q: str = "", group: str = "", type: str = "", page: str = "1"
) -> Response:  # fmt: skip
    """Results for some words."""
    index = await site.index.soon()
    text = " ".join(q.split())
    number = max(1, int(page)) if page.isascii() and page.isdecimal() and len(page) < 6 else 1
    result = search(index, text, group if group in KINDS else "", type, number)
    read, told = (
        await _asked(site, speech, text) if not result.exact and not group and sounds_asked(text) else ("", None)
    )
    return render(
        request, speech, "search.html", q=text, result=result, group=group if group in KINDS else "", type=type,
        read=read, answer=told, first=FIRST_ROWS, called=called, kind_label=kind_label, evidence=evidence,
        value=lambda thing: index.value(thing, speech.language),
    )  # fmt: skip


def sounds_asked(text: str) -> bool:
    """Whether words may be a question: they begin as one, end as one, or are several.

    >>> sounds_asked("Wer führt bei Halbleitern"), sounds_asked("Robotik Japan"), sounds_asked("Japan")
    (True, True, False)
    """
    return text.endswith("?") or bool(_ASKED.match(text)) or len(text.split()) >= _WORDS


async def _asked(site: Site, speech: Speech, text: str) -> tuple[str, Answer | None]:
    """The likeliest reading in words, and its answer; empty where it bears none, or either takes too long."""
    try:
        readings = (await site.hear(text, speech.language)).readings
        if not readings:
            return "", None
        made = await answer(site, speech, find_question(readings[0].question), readings[0].params)
    except Stopped:
        return "", None
    return readings[0].words, made
