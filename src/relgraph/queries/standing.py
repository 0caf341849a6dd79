"""A question of the catalogue as SPARQL that stands by itself: its values bound, to be asked of any endpoint."""

import re
from collections.abc import Mapping

from relgraph.queries.parameters import bindings
from relgraph.queries.parts import LIMIT, asked_text
from relgraph.queries.question import Question
from relgraph.store.binding import bind
from relgraph.store.protocol import Store

_HEADER = re.compile(r"^#\+.*\n?", re.MULTILINE)


def standing_text(question: Question, params: Mapping[str, str], store: Store) -> str:
    """The text without its header; values are labels, IRIs, dates or numbers as typed.

    Raises:
        QueryError: a parameter is unknown, missing or malformed.
        UnknownName: a label names nothing; the message suggests.
    """
    bound = bindings(question, params, store)
    limit = int(str(bound.pop(LIMIT))) if question.parameter(LIMIT) else None
    text = _HEADER.sub("", asked_text(question, bound, limit)).strip()
    return bind(text, bound) if bound else text
