"""The catalogue of questions, and each question as a form with its answer."""

import re
from base64 import b64encode
from hashlib import sha256

from fastapi import APIRouter, HTTPException, Request, Response

from relgraph.names.folding import folded
from relgraph.queries.catalogue import catalogue, find_question
from relgraph.queries.groups import GROUPS
from relgraph.queries.question import Question
from relgraph.web.asking.answers import LANGUAGE, turtle, written
from relgraph.web.asking.drawing import drawn
from relgraph.web.asking.page import FILES, answer
from relgraph.web.rendering import render
from relgraph.web.site import Here
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

_OWN = frozenset({"lang"})
"""Values of an address that are the page's and not the question's."""
_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "json": "application/sparql-results+json",
    "jsonl": "application/jsonl",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "svg": "image/svg+xml",
}
_SEEN = frozenset({"html", "svg", "json"})
"""Formats that a browser shows; all others it keeps as files."""
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@router.get("/questions")
def questions(request: Request, speech: Spoken, q: str = "") -> Response:
    """The catalogue by groups, or those of its questions that have some words."""
    return render(
        request, speech, "questions.html", q=q, groups=grouped(speech, q), total=len(catalogue()), names=GROUPS
    )


def grouped(speech: Speech, q: str = "") -> dict[str, list[Question]]:
    """Questions by group, in the order of the catalogue; of each all the words that are given occur in it."""
    wanted = folded(q).split()
    found: dict[str, list[Question]] = {group: [] for group in GROUPS}
    for question in catalogue().values():
        told = folded(" ".join([question.name, *question.title.values(), *question.question.values()]))
        if all(word in told for word in wanted):
            found[question.group].append(question)
    return {group: held for group, held in found.items() if held}


@router.get("/questions/{name}")
async def question(request: Request, site: Here, speech: Spoken, name: str) -> Response:
    """A question as a form, and its answer; with the suffix of a format, the answer as a file."""
    name, _, format_ = name.partition(".")
    asked = find_question(name)
    given = {key: value for key, value in request.query_params.items() if key not in _OWN}
    if format_:
        return await _file(site, speech, asked, given, format_)
    made = await answer(site, speech, asked, given)
    return render(
        request,
        speech,
        "question.html",
        status=503 if made.stopped else 200,
        answer=made,
        group=GROUPS[asked.group],
        files=FILES,
    )


async def _file(site: Here, speech: Speech, asked: Question, given: dict[str, str], format_: str) -> Response:
    if format_ not in _TYPES:
        raise HTTPException(404)
    spoken = {LANGUAGE: speech.language} if asked.parameter(LANGUAGE) else {}
    params = {**spoken, **{key: value.strip() for key, value in given.items() if value.strip()}}
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}
    content: str | bytes | None
    match format_:
        case "ttl":
            content = await site.ask(turtle, asked.name, params)
        case "svg":
            content = await site.ask(drawn, asked.name, params)
            if content is None:
                raise HTTPException(404)
            headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
        case _:
            content = await site.desk.ask(written, asked.name, params, format_)
    if format_ == "html":
        headers["Content-Security-Policy"] = _policy(str(content))
    if format_ not in _SEEN:
        headers["Content-Disposition"] = f'attachment; filename="{asked.name}.{format_}"'
    return Response(content, media_type=_TYPES[format_], headers=headers)


def _policy(page: str) -> str:
    """What lets the style sheet of the answer as a page of its own apply, and nothing else."""
    style = _STYLE.search(page)
    digest = b64encode(sha256(style[1].encode()).digest()).decode() if style else ""
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
