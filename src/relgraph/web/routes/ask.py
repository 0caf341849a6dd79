"""A question in words: how it is read, and the answer; or the questions that come nearest."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from relgraph.queries.catalogue import find_question
from relgraph.web.asking.fields import called
from relgraph.web.asking.heard import Near
from relgraph.web.asking.page import FILES, answer
from relgraph.web.rendering import render
from relgraph.web.site import Here
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

LONGEST = 500
"""Letters of a question; what follows is not read."""
EXAMPLES = {
    "de": ("Wer führt bei Halbleitern?", "Welche Partnerschaften gibt es mit Japan?", "Wer hat Japan besucht?"),
    "en": ("Who leads in semiconductors?", "Which partnerships are there with Japan?", "Who visited Japan?"),
}  # fmt: skip


@router.get("/ask")
async def ask(request: Request, site: Here, speech: Spoken, q: str = "", reading: str = "1") -> Response:
    """The answer to a question in words."""
    text = " ".join(q[:LONGEST].split())
    if not text:
        return render(request, speech, "ask.html", q="", examples=EXAMPLES[speech.language], heard=None, answer=None)
    held = await site.hear(text, speech.language)
    if not held.readings:
        nearest = [(one, _address(one), _lacks(one, speech)) for one in held.nearest]
        return render(
            request,
            speech,
            "ask.html",
            q=text,
            heard=held,
            answer=None,
            nearest=nearest,
            examples=EXAMPLES[speech.language],
        )
    place = int(reading) - 1 if reading.isascii() and reading.isdecimal() and len(reading) < 3 else 0
    chosen = held.readings[place if 0 <= place < len(held.readings) else 0]
    question = find_question(chosen.question)
    made = await answer(site, speech, question, chosen.params)
    others = [(number, one) for number, one in enumerate(held.readings, 1) if one is not chosen]
    return render(
        request, speech, "ask.html", status=503 if made.stopped else 200, q=text, heard=held, answer=made,
        chosen=chosen, others=others,
        files=FILES,
    )  # fmt: skip


def _address(one: Near) -> str:
    return f"/questions/{one.question}?{urlencode(one.params)}".rstrip("?")


def _lacks(one: Near, speech: Speech) -> list[str]:
    parameters = (find_question(one.question).parameter(name) for name in one.missing)
    return [called(parameter, speech) for parameter in parameters if parameter]
