"""Names made by a head noun: "Universität Heidelberg", "chilenisches Energieministerium", "Gemeinsame Erklärung".

Owns what such a name stands for; its extent is the work of `named`, which nouns are heads stands in
`data/lexicon/de/heads.yml`.
"""

import re
from functools import lru_cache
from itertools import chain

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import grammar
from relgraph.extraction.home import own_body
from relgraph.extraction.lexicon import Head, lexicon
from relgraph.extraction.named import Name, head_at, parse_name
from relgraph.extraction.nouns import is_adjective
from relgraph.extraction.tokens import Token
from relgraph.model import Entity
from relgraph.vocabulary import ORGANISATIONS, EntityType

_LEGAL = re.compile(r"\s*(?:e\.\s?V\.|g?GmbH|AG|SE|KG|K\.K\.|Inc\.?|Ltd\.?|S\.A\.)(?!\w)")
_TOLD_BY_PLACE = {EntityType.RESEARCH_INSTITUTION, EntityType.COMPANY, EntityType.CIVIL_SOCIETY_ORGANISATION}
_ENDING = {"m": "er", "f": "e", "n": "es", "p": "e"}


def find_heads(draft: Draft) -> None:
    """Add what head nouns name; the gazetteer's spans must stand in the draft already."""
    heads = [(index, head) for index in range(len(draft.tokens)) if (head := head_at(draft, index))]
    for kinds in (ORGANISATIONS, frozenset({EntityType.DOCUMENT}), frozenset({EntityType.EVENT})):
        names = [parse_name(draft, index, head) for index, head in heads if head.type in kinds]
        bare = [name for name in names if _is_bare(draft, name)]
        named = [name for name in names if name not in bare]
        for name in sorted(named, key=lambda name: _is_loose(draft, name)):
            _add(draft, name)
        for name in bare:
            _add_bare(draft, name)


def _is_bare(draft: Draft, name: Name) -> bool:
    """Whether the head stands alone, so that it names nothing by itself."""
    alone = name.right - name.left == len(name.head.head.split()) and name.inner is None
    if not alone:
        return name.inner is None and name.head.type in _TOLD_BY_PLACE and _says_where(draft, name)
    word = draft.tokens[name.at].text
    compound = len(word) > len(lexicon().heads.form(word) or word)
    return not compound or name.head.bare == "region" or grammar().is_generic(word)


def _says_where(draft: Draft, name: Name) -> bool:
    """Whether only a country's adjective or genitive stands beside a head: "japanische Hochschulen" name none."""
    beside = [draft.starting(draft.tokens[place].start) for place in range(name.left, name.right) if place != name.at]
    return all(span is not None and (span.modifies or span.form == "genitive") for span in beside)


def _add(draft: Draft, name: Name) -> None:
    tokens = draft.tokens[name.left : name.right]
    start, end = tokens[0].start, tokens[-1].end
    if name.head.title:
        tokens = [token for token in tokens if token is not draft.tokens[name.at]]
        if not tokens or not tokens[0].capital:
            return
        start, end = tokens[0].start, tokens[-1].end
    label = name.inner or canonical(draft, tokens, name)
    earlier = _earlier(draft, name, start) if name.head.type == EntityType.DOCUMENT and _is_loose(draft, name) else None
    if earlier:
        draft.add(earlier, draft.tokens[name.at].start, draft.tokens[name.at].end)
        return
    legal = _LEGAL.match(draft.text, end)
    draft.add(_entity(draft, name.head, label), start, legal.end() if legal and not name.inner else end)


def _is_loose(draft: Draft, name: Name) -> bool:
    """Whether only a genitive extends a plain head: "die Leitlinien des Landes" may be named in full elsewhere."""
    plain = len(draft.tokens[name.at].text) <= len(name.head.head) + 2
    follows = draft.tokens[name.at + 1].text if name.right > name.at + 1 else ""
    return plain and name.left == name.at and name.inner is None and follows in ("der", "des", "von")


def canonical(draft: Draft, tokens: list[Token], name: Name) -> str:
    """The name as a dictionary would give it: adjectives and head in the nominative."""
    head_form = lexicon().heads.form(draft.tokens[name.at].text)
    parts: list[str] = []
    for index, token in enumerate(tokens, name.left):
        german = index < name.at and name.head.language == "de"
        if german and is_adjective(draft, index) and not token.text.endswith("er"):
            stem = re.sub(r"(?:en|em|es|er|e)$", "", token.text)
            parts.append(stem[0].upper() + stem[1:] + _ENDING[name.head.gender])
        elif index == name.at and head_form:
            parts.append(_nominative(token.text, head_form, name.head))
        else:
            parts.append(token.text)
    return re.sub(r" (?=[,.)])|(?<=\() ", "", " ".join(parts))


def _nominative(word: str, form: str, head: Head) -> str:
    lemma = head.head.split()[0] if " " in head.head else head.head
    prefix = word[: -len(form)]
    if head.gender == "p":
        return word
    return prefix + (lemma if not prefix or prefix.endswith("-") else lemma.lower()) if " " not in head.head else word


def _entity(draft: Draft, head: Head, label: str, *, local: bool = False) -> Entity:
    iri = iris.local_entity(head.type, draft.release.id, label) if local else iris.entity(head.type, label)
    return Entity(id=iri, type=head.type, name=label)


def _add_bare(draft: Draft, name: Name) -> None:
    """A head that stands alone: the region's, this release's, a name in itself, or what was named before."""
    tokens = draft.tokens[name.left : name.right]
    start, end = tokens[0].start, tokens[-1].end
    word = canonical(draft, tokens, name)
    earlier = _earlier(draft, name, start)
    if earlier is not None:
        draft.add(earlier, start, end)
    elif name.head.bare == "self":
        draft.add(_entity(draft, name.head, word), start, end)
    elif name.head.bare == "region" and _is_one(name, draft.tokens[name.at].text):
        if body := own_body(draft, name.head.type, word):
            draft.add(body, start, end)
    elif name.head.bare == "local":
        draft.add(_entity(draft, name.head, word, local=True), start, end)


def _is_one(name: Name, word: str) -> bool:
    """Whether a body of the region is meant: one, and told from others of its kind ("Umweltministerium")."""
    return word.casefold().endswith((name.head.head.casefold(), "s")) and (
        name.head.head != "Ministerium" or len(word) > 13
    )


def _earlier(draft: Draft, name: Name, start: int) -> Entity | None:
    """The entity of the same type whose name ends in or begins with this head: the last one before, else the first."""
    noun = name.head.head.casefold()
    places = draft.spans.before(start)
    spans = chain(places, draft.spans) if name.head.type == EntityType.DOCUMENT else places
    entities = (draft.entities[span.id] for span in spans)
    return next((one for one in entities if one.type == name.head.type and _has_head(one.name, noun)), None)


@lru_cache(maxsize=16_384)
def _has_head(name: str, noun: str) -> bool:
    words = name.casefold().split()
    return any(word.rstrip("sn").endswith(noun.rstrip("sn")) for word in words)
