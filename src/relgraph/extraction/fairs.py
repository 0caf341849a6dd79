"""Fairs and congresses known by where one is: "auf der NORDBAU", "Teilnahme an der HYDRO Asia".

Owns names in capitals that no list, head noun or describing noun tells; other organisations are not stood "auf".
"""

import re

from relgraph import iris
from relgraph.extraction.described import name_run
from relgraph.extraction.draft import Draft
from relgraph.extraction.nouns import close
from relgraph.model import Entity
from relgraph.vocabulary import EntityType

_CAPITALS = re.compile(r"[A-ZÄÖÜ]{4,}$")
_THERE = frozenset((("auf", "der"), ("auf", "die")))
_NEAR = frozenset((("an", "der"), ("bei", "der"), ("für", "die"), ("während", "der")))
_OCCASION = re.compile(
    r"messe\b|\bAusstell|ausgestellt|ausstell|Messestand|[Gg]emeinschaftsst[aä]nd|Pavillon|Fachpublikum|Branchentreff"
    r"|[Tt]eil(?:nahme|nehmen|genommen|zunehmen)|\bn(?:ahm|ehmen|immt|ahmen)\b.*\bteil\b|Rundgang|Konferenz|Kongress",
    re.IGNORECASE,
)


def find_fairs(draft: Draft) -> None:
    """Add unknown names in capitals behind "auf der", elsewhere where the sentence tells of an occasion."""
    for index in range(len(draft.tokens) - 2):
        pair = (draft.tokens[index].text.casefold(), draft.tokens[index + 1].text)
        if pair in _THERE or (pair in _NEAR and _tells_occasion(draft, index)):
            _add(draft, index + 2)


def _tells_occasion(draft: Draft, index: int) -> bool:
    return _OCCASION.search(draft.sentence_at(draft.tokens[index].start).text) is not None


def _add(draft: Draft, first: int) -> None:
    """Add the name that starts at a token, if one does and nothing is known there."""
    token = draft.tokens[first]
    if not _CAPITALS.match(token.text) or not close(draft, first) or draft.covered(token.start, token.end):
        return
    end = name_run(draft, first, EntityType.EVENT)
    if end > first:
        start, stop = token.start, draft.tokens[end - 1].end
        name = " ".join(draft.text[start:stop].split())
        draft.add(Entity(id=iris.entity(EntityType.EVENT, name), type=EntityType.EVENT, name=name), start, stop)
