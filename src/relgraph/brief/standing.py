"""Whether what a fact adds to its ends stands in the sentence that is quoted, or only elsewhere in the release.

A reader who checks a footnote must find the date there, or be told that it is not.
"""

import re
from functools import lru_cache

from babel.dates import get_month_names

from relgraph.vocabulary import TOPIC

_LANGUAGES = ("de", "en")
_STEM = 2  # letters that an ending may change


def date_stands(date: str, sentence: str) -> bool:
    """Whether a sentence names a date, as exactly as the date is; the year may be left to the release.

    >>> date_stands("2017-05-13", "Vom 13. bis 19. Mai 2017 reiste sie."), date_stands("1997", "Seit 20 Jahren.")
    (True, False)
    >>> date_stands("2012-03-13", "Am 13. März kam er."), date_stands("2012-03", "Am 13.03. kam er.")
    (True, True)
    """
    year, *rest = date.split("-")
    if not rest:
        return re.search(rf"\b{year}\b", sentence) is not None
    month, day = int(rest[0]), int(rest[1]) if rest[1:] else None
    named = any(re.search(rf"\b{name}\b", sentence) for name in _months(month))
    numbered = re.search(rf"\b0?{day or '[0-9]+'}\.\s?0?{month}\.", sentence) is not None
    return numbered or (named and (day is None or re.search(rf"\b0?{day}\b", sentence) is not None))


def name_stands(name: str, sentence: str) -> bool:
    """Whether a sentence holds the name of a paper, whatever its endings.

    >>> name_stands("Gemeinsames Memorandum", "Beide unterschrieben das Memorandum."), name_stands("Vertrag", "Ja.")
    (True, False)
    """
    words = [word for word in re.findall(r"\w+", name.casefold()) if len(word) > 2 * _STEM]
    return any(word[:-_STEM] in sentence.casefold() for word in words) or name.casefold() in sentence.casefold()


@lru_cache(maxsize=1 << 15)
def topics_standing(sentence: str) -> frozenset[str]:
    """IRIs of the topics that a German sentence names.

    >>> "https://w3id.org/relgraph/topic/hydrogen" in topics_standing("Beide setzen auf Wasserstoff.")
    True
    """
    from relgraph.names.topics import topic_index

    return frozenset(TOPIC + hit.topic for hit in topic_index().find(sentence))


def _months(month: int) -> list[str]:
    return [re.escape(get_month_names("wide", locale=language)[month]) for language in _LANGUAGES]
