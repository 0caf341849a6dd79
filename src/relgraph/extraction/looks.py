"""How an unknown word looks: like a name, like an ordinary German noun, or like neither."""

import re
from collections.abc import Sequence

from relgraph.extraction.descriptions import descriptions
from relgraph.extraction.firstnames import first_names
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import lexicon

_START = re.compile(r"[A-ZÄÖÜÁÀÂÅČÇĆÉÈÊÍÎÓÔŌØŘŠŚÚŪŽŻŁ0-9]|[a-zäöü]+-?[A-ZÄÖÜ]|[a-z]-[a-z]")
_SHORT = re.compile(r"^[A-ZÄÖÜ]{2,}[\dA-ZÄÖÜ+&-]*$|^[A-ZÄÖÜ]+\d+$")
_INNER = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
_FOREIGN = re.compile(r"[^\x00-\x7fäöüßÄÖÜ–’]")
_FOREIGN_LINKS = frozenset("of for the de du la le les del della di da do dos".split())
_UMLAUT = re.compile(r"[äöüß]")
_PLAIN = re.compile(
    r"(?:e|en|ern|eln|innen|nisse|ung|strom|stoff|mittel|geld|technik|material|wasser|gas|öl|personal|hilfe|produktion)$"
    r"|[äöü][a-zß]+er$|^(?:Kinder|Bilder|Felder|Kleider|Schilder|Autos|Busse|Holz|Wein|Bier|Geld|Kaffee|Tee|Stahl|Platz)$"
)


def starts_name(word: str) -> bool:
    """Whether a name may begin so: with a capital, or as "hanseWasser" and "e-mobil" do.

    >>> [starts_name(word) for word in ("INTEC", "hanseWasser", "e-mobil", "über")]
    [True, True, True, False]
    """
    return len(word) > 1 and _START.match(word) is not None and not word.isdigit() and not word.endswith("-")


def is_name_word(word: str) -> bool:
    """Whether a word may be part of a name: no office, no describing noun, no German head noun, no common ending.

    >>> [is_name_word(word) for word in ("Yanmar", "Water", "Ministerpräsident", "Verein", "Belegschaft", "Frau")]
    [True, True, False, False, False, False]
    """
    if _SHORT.match(word) or _INNER.search(word):
        return True
    head = lexicon().heads.find(word)
    german = head is not None and head.language == "de" and word not in lexicon().english
    office = lexicon().offices.find(word) is not None or word in lexicon().honorifics.before
    kind = word in grammar().kinds or word.casefold() in grammar().determiners
    return not (german or office or kind or grammar().is_common(word) or descriptions().find(word))


def is_clear(words: Sequence[str]) -> bool:
    """Whether words are a name by their look: two and more side by side, an abbreviation, foreign letters, a person.

    >>> [is_clear(words) for words in (["ICLEI"], ["Ars", "Nova"], ["PowerTech"], ["Novarhéna"], ["Fragen"])]
    [True, True, True, True, False]
    """
    capitals = [word for word in words if word[:1].isupper() or _INNER.search(word)]
    if any(word in _FOREIGN_LINKS or word.startswith(("d'", "d’", "l'", "l’")) for word in words[1:]):
        return True
    german = any(_UMLAUT.search(word) for word in words)
    if len(capitals) > 1 and not german and (len(capitals) > 2 or not is_plain(words[0]) or words[0] in first_names()):
        return True
    return any(_SHORT.match(word) or _INNER.search(word) or _FOREIGN.search(word) for word in words)


def is_plain(word: str) -> bool:
    """Whether a word may be an ordinary noun without an article: a plural, or the name of a substance.

    >>> [is_plain(word) for word in ("Maschinen", "Medikamente", "Häuser", "Wasserstoff", "Yanmar", "Leitner")]
    [True, True, True, True, False, False]
    """
    return _PLAIN.search(word) is not None and not _SHORT.match(word)
