"""Active or passive: whether who stands in the nominative does what a verb says, or has it done to them.

Owns the decision, by the auxiliary that belongs to a participle.
"""

import re
from collections.abc import Mapping

_AUXILIARY = re.compile(
    r"\b(?:(?P<werden>[Ww]ird|[Ww]erden?|[Ww]urden?|[Ww]ürden?)|(?P<other>[Hh]at|[Hh]aben?|[Hh]atten?|[Ii]st|[Ss]ind"
    r"|[Ss]eien?|[Ww]ar(?:en)?))\b"
)
_BOUNDARY = re.compile(r"[;:]|[“”\"],|, (?:und|aber|doch|sondern) ")
_AFTER = re.compile(r"\s+(?:worden\b|zu werden\b|werden\b|wird\b|wurden?\b|würden?\b)")
_HAVING = re.compile(r"\s+(?:hat|haben?|hatten?|hätten?)\b")
_AGENT = re.compile(r"\b(?:von|vom|durch|seitens)\b", re.IGNORECASE)
_AGENT_NEXT = re.compile(r"\s+(?:wird|werden|wurden?|war(?:en)?|ist|sind)?\s*(?:\w+ )?(?:von|vom|durch|seitens)\b")
_NOUN_NEXT = re.compile(r"\s+(?:[\w-]+(?:e|en|er|es) )?[„A-ZÄÖÜ]")
_DETERMINER = re.compile(
    r"\b(?:der|die|das|dem|den|des|ein|eine[mnrs]?|im|am|zum|zur|beim|vom) (?:von|vom|durch)\b", re.I
)


def is_passive(text: str, start: int, end: int, participles: Mapping[str, bool]) -> bool:
    """Whether the verb form that ends a cue at `start:end` of a sentence is a passive or a participial attribute.

    `participles` tells of each form whether it is inflected.

    >>> text = "Das von Hessen geförderte Netz wird von Bayern unterstützt."
    >>> is_passive(text, 47, 58, {"unterstützt": False}), is_passive(text, 15, 25, {"geförderte": True})
    (True, True)
    >>> is_passive("Hessen unterstützt das Netz.", 7, 18, {"unterstützt": False})
    False
    """
    word = text[start:end].split()[-1].casefold()
    if word not in participles:
        return False
    if _AFTER.match(text, end):
        return True
    if _HAVING.match(text, end):
        return False  # "…, das eine Reihe konzipiert hat"
    left = max((found.end() for found in _BOUNDARY.finditer(text, 0, start)), default=0)
    before = text[left:start]
    if participles[word]:
        return bool(_NOUN_NEXT.match(text, end) and (word.startswith("ge") or _DETERMINER.search(before)))
    auxiliary = max(_AUXILIARY.finditer(before), key=lambda found: found.start(), default=None)
    if auxiliary is None or len(before) - auxiliary.end() > 200:
        return bool(_AGENT_NEXT.match(text, end))
    if auxiliary["other"]:
        return False
    return not word.endswith("en") or auxiliary[0] in ("wurde", "wurden") or bool(_AGENT.search(before))
