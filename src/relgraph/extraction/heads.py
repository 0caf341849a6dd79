"""Names made by a head noun: "Universität Heidelberg", "chilenisches Energieministerium", "Gemeinsame Erklärung".

Owns the grammar of such names; which nouns are heads, and of what, stands in `data/lexicon/de/heads.yml`.
"""

import re
from dataclasses import dataclass

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.home import own_body
from relgraph.extraction.lexicon import Head, lexicon
from relgraph.extraction.tokens import Token
from relgraph.model import Entity
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_DETERMINERS = frozenset(
    ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "seine", "seiner", "seinem", "ihre", "ihrer", "ihrem", "ihren", "unsere", "unserer", "diese", "dieser", "diesem", "diesen", "dieses", "beide", "beiden", "alle", "aller", "im", "am", "beim", "zum", "zur", "vom", "als", "auch", "mit", "von", "in", "an", "auf", "bei", "für", "und", "oder", "sowie", "nach", "zu", "aus", "unter", "über", "neue", "neuen", "neuer", "neues", "weitere", "weiteren", "erste", "ersten", "viele", "mehrere", "zwei", "drei", "vier", "fünf", "mehr", "es", "er", "sie", "wir", "so", "dabei", "zudem", "dort", "hier"]
)
_OPEN, _CLOSE = '„“"»«', '“”"«»'
_LINKS_EN = frozenset(["of", "for", "and", "the", "on", "in", "&", "to"])
_LEGAL = re.compile(r"\s*(?:e\.\s?V\.|g?GmbH|AG|SE|KG|K\.K\.|Inc\.?|Ltd\.?|S\.A\.)(?!\w)")
_WEEKDAYS = re.compile(
    r"(?i)(mon|diens|donners|frei|sams|sonn|werk|feier|stich|bundes|land|all|geburts|jahres|mit|nachmit|vor|sitzungs|tod|wahl|frei|arbeits|ver)tr?[aä]ge?s?n?$"
)
_ADJECTIVE = re.compile(
    r"^[A-ZÄÖÜ][\w-]+(?:isch|lich|ig|al|iv|är|ell|sam|ant|ent|nal|end|ut|tär|ft|mt|mein|onal)(?:e|er|es|en|em)$|^(?:Oberst|Höher|Unter|Ober|Frei|Hoh|Neu|Groß)(?:e|er|es|en|em)$"
)
_SMALL_ADJECTIVE = re.compile(r"^(?:gemeinsam|bilateral|deutsch-\w+isch|technisch|internationale?)(?:e|er|es|en|em)$")
_NOUN = re.compile(r"(?:\w{3}ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|innen|tät|täten|schwerpunkte?|tausch|profil|bilanz)$", re.IGNORECASE)
_FREE = ORGANISATIONS - {EntityType.GOVERNMENT_BODY}
_ENDING = {"m": "er", "f": "e", "n": "es", "p": "e"}


@dataclass(frozen=True, slots=True)
class _Name:
    """A stretch of tokens `left:right` around the head at `at`; `inner` is a quoted name of its own."""

    left: int
    right: int
    at: int
    head: Head
    inner: str | None = None


def find_heads(draft: Draft) -> None:
    """Add what head nouns name; the gazetteer's spans must stand in the draft already."""
    for kinds in (ORGANISATIONS, frozenset({EntityType.DOCUMENT}), frozenset({EntityType.EVENT})):
        names = [name for index in range(len(draft.tokens)) if (name := _parse(draft, index)) and name.head.type in kinds]
        bare = [name for name in names if _is_bare(draft, name)]
        named = [name for name in names if name not in bare]
        for name in sorted(named, key=lambda name: _is_loose(draft, name)):
            _add(draft, name)
        for name in bare:
            _add_bare(draft, name)


def _parse(draft: Draft, index: int) -> _Name | None:
    token = draft.tokens[index]
    if not token.capital or len(token.text) < 2 or token.text.endswith("-"):
        return None
    head = _head(draft, index)
    if head is None:
        return None
    quoted = _quoted(draft, index + 1)
    if quoted and not (head.title and quoted[2].islower()):
        return _Name(quoted[0], quoted[1], index, head, quoted[2])
    around = _quotation(draft, index)
    if around and head.type not in TERRITORIES:
        return _Name(around[0], around[1], index, head, around[2])
    left = _left(draft, index, head)
    right = _right(draft, index + len(head.head.split()) - 1, head)
    return _Name(left, right, index, head)


def _head(draft: Draft, index: int) -> Head | None:
    """The head noun at a token: of several words, whole, or as the end of a compound that its entry allows."""
    word = draft.tokens[index].text
    phrase = " ".join(token.text for token in draft.tokens[index : index + 3])
    heads = lexicon().heads
    for text in (phrase, " ".join(phrase.split()[:2])):
        head = heads.find(text)
        if head and " " in head.head and text.casefold().startswith(head.head.casefold()[:8]):
            return head
    head = heads.find(word)
    if head is None or " " in head.head:
        return None
    form = heads.form(word) or ""
    prefix = word[: -len(form)]
    if not prefix:
        return None if head.compound == "country" else head
    if head.compound is False or (head.compound == "hyphen" and not prefix.endswith("-")) or len(prefix) < 2:
        return None
    if head.compound == "country":
        return head if _country_prefix(draft, prefix) and not _WEEKDAYS.search(word) else None
    return head


def _country_prefix(draft: Draft, prefix: str) -> bool:
    from relgraph.names.gazetteer import gazetteer

    return any(hit.end - hit.start == len(prefix.rstrip("-")) for hit in gazetteer().find(prefix.rstrip("-")))


def _left(draft: Draft, index: int, head: Head) -> int:
    """Index of the first token of the name: what stands before the head and belongs to it."""
    left = index
    while left > 0 and (_close(draft, left) or head.language == "en"):
        step = _step_en(draft, left) if head.language == "en" else _step(draft, left, index, head)
        if not step:
            break
        left -= step
    if head.language == "en" and left > 1 and draft.tokens[left - 1].text in "–-" and draft.tokens[left - 2].text.isupper():
        left -= 2  # "OAV – German Asia-Pacific Business Association"
    return left


def _step(draft: Draft, left: int, index: int, head: Head) -> int:
    """How many tokens before a German head go with it: an adjective, or a proper name in one word."""
    if _is_adjective(draft, left - 1) and not (left == index and _stands_alone(draft, index)):
        return 1
    return int(head.type in ORGANISATIONS and index - left < 3 and _is_proper(draft, left - 1))


def _step_en(draft: Draft, left: int) -> int:
    """How many tokens before an English head go with it: a capitalised word, or one joined by "of", "for", "and"."""
    if not _close(draft, left):
        return 0
    if draft.tokens[left - 1].text in _LINKS_EN:
        return 2 * int(left > 1 and _joins(draft, left - 2))
    return int(_joins(draft, left - 1))


def _stands_alone(draft: Draft, index: int) -> bool:
    """Whether a head is a name already, so that "Stuttgarter" before it only says where: "Stuttgarter L-Bank"."""
    place = draft.starting(draft.tokens[index - 1].start)
    return "-" in draft.tokens[index].text and place is not None and draft.tokens[index - 1].text.endswith("er")


def _is_proper(draft: Draft, index: int) -> bool:
    """Whether a capitalised word right before a head is part of its name: "Mercator Institut", "China Netzwerk"."""
    token = draft.tokens[index]
    if not token.capital or not token.text[0].isalpha() or token.text.casefold() in _DETERMINERS or len(token.text) < 2:
        return False
    span = draft.covered(token.start, token.end)
    if span:
        return span.form == "name" and draft.type_of(span) in TERRITORIES
    opens = index == 0 or draft.tokens[index - 1].text in ".:;!?“„" or "\n" in draft.text[draft.tokens[index - 1].end : token.start]
    return not opens and not lexicon().offices.find(token.text) and token.text not in lexicon().honorifics.before and not lexicon().heads.find(token.text)


def _joins(draft: Draft, index: int) -> bool:
    token = draft.tokens[index]
    return token.capital and token.text.casefold() not in _DETERMINERS


def _close(draft: Draft, index: int) -> bool:
    """Whether only a blank stands before a token."""
    return draft.text[draft.tokens[index - 1].end : draft.tokens[index].start] == " "


def _is_adjective(draft: Draft, index: int) -> bool:
    token = draft.tokens[index]
    span = draft.starting(token.start)
    if span and span.end == token.end and span.modifies:
        return True
    return bool(_ADJECTIVE.match(token.text) or _SMALL_ADJECTIVE.match(token.text))


def _right(draft: Draft, index: int, head: Head) -> int:
    """Index behind the last token of the name: what follows the head and belongs to it."""
    right = index + 1
    if right >= len(draft.tokens) or draft.text[draft.tokens[index].end : draft.tokens[right].start].strip("- –") != "":
        return right
    if head.language == "en":
        return _right_en(draft, right)
    word = draft.tokens[right].text
    if word in ("für", "zur", "zum"):
        end = listed(draft, right + 1)
        return _genitive(draft, end, head) if end > right + 1 else right
    if word in ("de", "do", "di", "of"):
        return _capitals(draft, right + 1, limit=4) if _capital_at(draft, right + 1) else right
    if word in ("von", "der", "des", "in"):
        return _genitive(draft, right, head)
    span = draft.starting(draft.tokens[right].start)
    if head.type not in _FREE and not (span and not span.modifies):
        return right
    return _genitive(draft, _capitals(draft, right, limit=3), head) if _capital_at(draft, right) else right


def _right_en(draft: Draft, right: int) -> int:
    while (
        right + 1 < len(draft.tokens)
        and draft.tokens[right].text in ("of", "for", "on", "and", "&")
        and _capital_at(draft, right + 1)
    ):
        right = _capitals(draft, right + 1, limit=4)
    return right


def _capital_at(draft: Draft, index: int) -> bool:
    return index < len(draft.tokens) and draft.tokens[index].capital and draft.tokens[index].text[0].isalpha()


def _capitals(draft: Draft, index: int, limit: int) -> int:
    """Index behind a run of capitalised words that belong together; offices and new heads end it."""
    first = index
    while index < len(draft.tokens) and index - first < limit and _capital_at(draft, index) and _close(draft, index):
        span = draft.starting(draft.tokens[index].start)
        if span and not span.modifies:
            return draft.token_at(span.end)
        if _common(draft.tokens[index].text) or lexicon().offices.find(draft.tokens[index].text) or draft.tokens[index].text in lexicon().honorifics.before:
            break
        index += 1
    return index


def _common(word: str) -> bool:
    """Whether a word is an ordinary German noun, so that it ends a name: "Hochschule Doktorandinnen"."""
    return bool(_NOUN.search(word))


def listed(draft: Draft, index: int) -> int:
    """Index behind "Wissenschaft, Forschung und Kunst": one noun phrase, or several when the last is joined by "und"."""
    end = _noun_phrase(draft, index)
    item = end
    while item < len(draft.tokens) and draft.tokens[item].text == "," and _noun_phrase(draft, item + 1) > item + 1:
        item = _noun_phrase(draft, item + 1)
    if item < len(draft.tokens) and draft.tokens[item].text in ("und", "sowie", "&"):
        last = _noun_phrase(draft, item + 1)
        return last if last > item + 1 else end
    return end


def _noun_phrase(draft: Draft, index: int) -> int:
    """Index behind an optional adjective and one capitalised noun; the same index where there is none."""
    start = index
    if (
        index < len(draft.tokens)
        and re.match(r"^\w+(?:e|en|er|es)$", draft.tokens[index].text)
        and not _capital_at(draft, index)
    ):
        if draft.tokens[index].text in _DETERMINERS:
            return start
        index += 1
    if not _capital_at(draft, index):
        return start
    index += 1
    while _capital_at(draft, index) and draft.starting(draft.tokens[index - 1].start) is None and _close(draft, index):
        index += 1
    return index


def _genitive(draft: Draft, index: int, head: Head) -> int:
    """Index behind "der Universität", "des Landes Bremen", "von Québec" where it says whose the thing is."""
    if (
        index >= len(draft.tokens)
        or draft.tokens[index].text not in ("der", "des", "von", "in")
        or not _close(draft, index)
    ):
        return index
    word, after = draft.tokens[index].text, index + 1
    if word == "in" and head.head not in (
        "Botschaft",
        "Generalkonsulat",
        "Kirchengemeinde",
        "Handelskammer",
        "Gedenkstätte",
        
    ):
        return index
    while after < len(draft.tokens) and _is_adjective(draft, after):
        after += 1
    if after >= len(draft.tokens):
        return index
    span = draft.starting(draft.tokens[after].start)
    if (
        span
        and (draft.entities[span.id].type in TERRITORIES or draft.entities[span.id].type != EntityType.PERSON)
        and not span.modifies
    ):
        end = draft.token_at(span.end)
        return index if word == "in" and draft.entities[span.id].type not in TERRITORIES else end
    if after > index + 1 and _capital_at(draft, after) and head.type != EntityType.EVENT:
        return after + 1
    return index


def _quoted(draft: Draft, index: int) -> tuple[int, int, str] | None:
    """A name in quotation marks that follows at once: first and last token, and the words."""
    if index >= len(draft.tokens) or draft.tokens[index].text not in _OPEN:
        return None
    for end in range(index + 1, min(index + 25, len(draft.tokens))):
        if draft.tokens[end].text in _CLOSE:
            words = draft.text[draft.tokens[index].end : draft.tokens[end].start].strip()
            return (index + 1, end, words) if words and "\n" not in words else None
    return None


def _quotation(draft: Draft, index: int) -> tuple[int, int, str] | None:
    """The short quotation that a head stands in, as a name: „Nachbarschaftsstrategie Ost“."""
    for start in range(index - 1, max(index - 8, -1), -1):
        if draft.tokens[start].text in _OPEN and draft.tokens[start].text not in "“”":
            quoted = _quoted(draft, start)
            words = quoted[2].split() if quoted else []
            return quoted if quoted and quoted[1] > index and 1 < len(words) < 11 and quoted[2][0].isupper() and quoted[2][-1] not in ".!?," else None
        if draft.tokens[start].text in _CLOSE:
            return None
    return None


def _is_bare(draft: Draft, name: _Name) -> bool:
    """Whether the head stands alone, so that it names nothing by itself."""
    alone = name.right - name.left == len(name.head.head.split()) and name.inner is None
    if not alone:
        return False
    word = draft.tokens[name.at].text
    compound = len(word) > len(lexicon().heads.form(word) or word)
    return not compound or name.head.bare == "region" or _generic(word)


def _generic(word: str) -> bool:
    """Whether a compound says only what kind of thing it is: "Fachkonferenz", "Partnerhochschule"."""
    return bool(
        re.match(
            r"(?i)(?:partner|fach|presse|telefon|video|auftakt|jahres|haupt|mitglieds?|gesamt|spitzen|landes|bundes|regional|kommunal|außen|innen|wirtschafts|entwicklungs|nachbarschafts|handels|förder|forschungs|schwester|elite|spezial|grund|ober|berufs|volks|sprach|musik|sonder|kunst|dauer|wander|industrie|foto|partei|welt|arbeits)",
            word,
        )
    ) and not re.match(r"(?i)außenwirtschaftsgesetz", word)


def _add(draft: Draft, name: _Name) -> None:
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


def _is_loose(draft: Draft, name: _Name) -> bool:
    """Whether only a genitive extends a plain head: "die Leitlinien des Landes" may be named in full elsewhere."""
    plain = len(draft.tokens[name.at].text) <= len(name.head.head) + 2
    follows = draft.tokens[name.at + 1].text if name.right > name.at + 1 else ""
    return plain and name.left == name.at and name.inner is None and follows in ("der", "des", "von")


def canonical(draft: Draft, tokens: list[Token], name: _Name) -> str:
    """The name as a dictionary would give it: adjectives and head in the nominative."""
    head_form = lexicon().heads.form(draft.tokens[name.at].text)
    parts: list[str] = []
    for index, token in enumerate(tokens, name.left):
        if index < name.at and _is_adjective(draft, index) and not token.text.endswith("er"):
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


def _add_bare(draft: Draft, name: _Name) -> None:
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


def _is_one(name: _Name, word: str) -> bool:
    """Whether a body of the region is meant: one, and told from others of its kind ("Umweltministerium")."""
    return word.casefold().endswith((name.head.head.casefold(), "s")) and (name.head.head != "Ministerium" or len(word) > 13)


def _earlier(draft: Draft, name: _Name, start: int) -> Entity | None:
    """The entity of the same type whose name ends in or begins with this head: the last one before, else the first."""
    noun = name.head.head.casefold()
    known = [
        span
        for span in draft.spans
        if draft.entities[span.id].type == name.head.type and _has_head(draft.entities[span.id].name, noun)
    ]
    before = [span for span in known if span.start < start]
    chosen = before[-1] if before else (known[0] if known and name.head.type == EntityType.DOCUMENT else None)
    return draft.entities[chosen.id] if chosen else None


def _has_head(name: str, noun: str) -> bool:
    words = name.casefold().split()
    return any(word.rstrip("sn").endswith(noun.rstrip("sn")) for word in words)
