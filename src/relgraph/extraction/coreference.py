"""What stands for somebody named before: "das Land", "die Präfektur", "der Minister", "er", "beide Seiten".

Owns the choice of the antecedent; the words stand in `data/lexicon/de/coreference.yml`.
"""

import re
from collections.abc import Sequence
from itertools import chain, islice

from relgraph.extraction.bodies import Holding
from relgraph.extraction.draft import Draft
from relgraph.extraction.home import home, region
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Token
from relgraph.extraction.words import words
from relgraph.vocabulary import ORGANISATIONS, EntityType

_DEFINITE = frozenset(
    ["der", "die", "das", "den", "dem", "des", "im", "vom", "zum", "zur", "beim", "am", "unser", "unserem", "unser"]
)

_NEAR = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "im",
        "am",
        "beim",
        "vom",
        "zum",
        "zur",
        "dieser",
        "diese",
        "dieses",
        "diesem",
    ]
)
_REACH = 60
_THINGS = ORGANISATIONS | {EntityType.EVENT, EntityType.DOCUMENT}


def find_region(draft: Draft) -> None:
    """Add "das Land" and its like as mentions of the release's region."""
    own = region(draft)
    if own is None:
        return
    for index in range(1, len(draft.tokens)):
        token, article = draft.tokens[index], draft.tokens[index - 1]
        if token.text in words().region.get(own.type, ()) and article.text.casefold() in _DEFINITE:
            following = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
            if following is None or draft.starting(following.start) is None:
                start = (
                    article.start
                    if article.text.casefold() in ("der", "die", "das", "den", "dem", "des")
                    else token.start
                )
                draft.add(own, start, token.end)


def find_references(draft: Draft, holdings: Sequence[Holding]) -> None:
    """Add references to persons and places named before; they are no mentions."""
    own = home(draft)
    references: list[Span] = []
    for index in range(len(draft.tokens)):
        token = draft.tokens[index]
        article = draft.tokens[index - 1].text.casefold() if index else ""
        if draft.covered(token.start, token.end):
            continue
        target = None
        if token.text in words().persons or (token.text.casefold() in ("er",) and not token.text.isupper()):
            target = _last(draft, references, token.start, EntityType.PERSON)
        elif article in _DEFINITE or article in ("", ".", "\n"):
            place = _place(draft, references, token, own.id if own else None)
            target = place or _officer(token, holdings) or (_thing(draft, token) if article in _NEAR else None)
        if target:
            references.append(Span(token.start, token.end, target, "reference"))
    for reference in references:
        draft.spans.add(reference)


def _last(
    draft: Draft, references: Sequence[Span], place: int, kind: EntityType, *, but: str | None = None
) -> str | None:
    """Id of the entity of a type that is referred to, else named, last before a place."""
    for span in chain(reversed(references), draft.spans.before(place)):
        if span.end <= place and draft.type_of(span) == kind and span.id != but and not span.modifies:
            return span.id
    return None


def _place(draft: Draft, references: Sequence[Span], token: Token, own: str | None) -> str | None:
    for kind, listed in words().places.items():
        if token.text in listed:
            return _last(draft, references, token.start, kind, but=own)
    return None


def _thing(draft: Draft, token: Token) -> str | None:
    """The organisation, event or document named last whose name has the noun: "das Zentrum" after "Zentrum für Optik".

    An event is also meant by a noun for events as such: "die Konferenz" after "Baltic Sea Days".
    """
    if not token.capital or len(token.text) < 4:
        return None
    noun = token.text.casefold()
    for span in islice(draft.spans.before(token.start), _REACH):
        kind = draft.type_of(span)
        if kind not in _THINGS or span.modifies or span.end > token.start:
            continue
        if kind == EntityType.EVENT and token.text in words().events:
            return span.id
        if any(word.endswith(noun) for word in re.findall(r"\w+", draft.entities[span.id].name.casefold())):
            return span.id
    return None


def _officer(token: Token, holdings: Sequence[Holding]) -> str | None:
    """The person whose office was named by the same noun before: "der Minister" after "Umweltminister Franz Meier"."""
    office = lexicon().offices.find(token.text)
    if office is None or not token.capital:
        return None
    for holding in reversed(holdings):
        if holding.place >= token.start:
            continue
        held = lexicon().offices.find(holding.post.role.split(" für ")[0].split(" und ")[0])
        if held and (
            held.head == office.head
            or held.head.casefold().endswith(office.head.casefold())
            or (office.head == "Regierungschef" and "präsident" in held.head.casefold())
        ):
            return holding.person
    return None
