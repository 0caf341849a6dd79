"""Firms and associations told by their legal form: "EurA AG", "Air Liquide S.A.", "Hilfe in Not e. V."."""

import re

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.nouns import capital_at, close
from relgraph.model import Entity
from relgraph.vocabulary import EntityType

_FORMS = re.compile(
    r"(?<![\w-])(?:g?GmbH(?: & Co\.? KG(?:aA)?)?|mbH|AG(?: & Co\.? KG(?:aA)?)?|SE(?: & Co\.? KG(?:aA)?)?|KGaA|KG|OHG|eG"
    r"|Inc\.?|Ltd\.?|Limited|LLC|plc|PLC|Corp\.?|S\.p\.A\.|SpA|S\.r\.l\.|S\.A\.S?\.?|SAS|S\.A\.|B\.V\.|N\.V\."
    r"|ASA|A/S|Oyj?|a\. ?s\.|s\. ?r\. ?o\.|Sp\. z o\. ?o\.|d\. ?o\. ?o\.|Kft\.?|K\. ?K\.|Pty Ltd|Co\., Ltd\.?"
    r"|e\. ?V\.|e\. ?G\.)(?!\w)"
)
_CLUBS = ("e.V", "e. V")
_LONGEST = 6


def find_firms(draft: Draft) -> None:
    """Add what stands before a legal form as its name, the form included."""
    for form in _FORMS.finditer(draft.text):
        last = draft.token_at(form.start())
        first = _first(draft, last)
        cover = draft.covered(form.start(), form.end())
        if first < last and cover is None:
            _add(draft, first, last, form)


def _add(draft: Draft, first: int, last: int, form: re.Match[str]) -> None:
    start, end = draft.tokens[first].start, form.end()
    before = draft.covered(draft.tokens[last - 1].start, draft.tokens[last - 1].end)
    if before and before.end == draft.tokens[last - 1].end and not before.modifies and before.form != "reference":
        kind = draft.type_of(before)
        if kind in (EntityType.COMPANY, EntityType.BUSINESS_ORGANISATION, EntityType.CIVIL_SOCIETY_ORGANISATION):
            draft.add(draft.entities[before.id], min(start, before.start), end)
            return
        if kind == EntityType.RESEARCH_INSTITUTION or before.start == start:
            return
    name = draft.text[start : draft.tokens[last - 1].end]
    club = form[0].startswith(_CLUBS)
    kind = EntityType.CIVIL_SOCIETY_ORGANISATION if club else EntityType.COMPANY
    draft.add(Entity(id=iris.entity(kind, name), type=kind, name=" ".join(name.split())), start, end)


def _first(draft: Draft, last: int) -> int:
    """Index of the first token of the name that ends before a legal form."""
    first = last
    while first > 0 and last - first < _LONGEST and (first == last or close(draft, first) or _joined(draft, first)):
        token = draft.tokens[first - 1]
        if token.text in ("&", "+", "-") or (token.text in ("und", "of", "for") and first < last):
            if not capital_at(draft, first - 2) or not capital_at(draft, first):
                break
        elif not _may_name(draft, first - 1):
            break
        first -= 1
    return first


def _joined(draft: Draft, index: int) -> bool:
    return draft.tokens[index - 1].end == draft.tokens[index].start


def _may_name(draft: Draft, index: int) -> bool:
    """Whether a word may belong to a firm's name: capitalised or with a capital inside, and no ordinary noun."""
    word = draft.tokens[index].text
    if not any(map(str.isupper, word)) or word.casefold() in grammar().determiners | grammar().prepositions.keys():
        return False
    head = lexicon().heads.find(word)
    common = grammar().is_common(word) or lexicon().offices.find(word) is not None or word in grammar().kinds
    return not common and not (head is not None and head.title is True)
