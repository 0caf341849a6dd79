"""Where words begin and end in German text, and which word stands next to a place in it.

A hyphen binds: "China-Strategie" is one word, and so is the truncated "China-" of "China- und Asienkompetenz".
"""

LONGEST_WORD = 80
"""Where looking for a word's end stops, so that a text without blanks costs no more than any other."""

_HYPHENS = ("-", "‑")
_OPENING = ("„", "“", "«", "»", '"', "‚")


def starts_word(text: str, start: int) -> bool:
    """Whether no letter, digit or hyphenated first member stands before.

    >>> starts_word("deutsch-polnisch", 8), starts_word("der Polen", 4), starts_word("– Polen", 2)
    (False, True, True)
    """
    if start == 0:
        return True
    before = text[start - 1]
    if before in "-‑":
        return start < 2 or not text[start - 2].isalnum()
    return not (before.isalnum() or before == "_")


def ends_word(text: str, stop: int) -> bool:
    """Whether no letter, digit, hyphenated further member or truncated compound follows.

    >>> ends_word("China-Strategie", 5), ends_word("China- und Asienkompetenz", 5), ends_word("China, Japan", 5)
    (False, False, True)
    """
    after = text[stop : stop + 1]
    return not (after.isalnum() or after in ("-", "‑", "_")) if after else True


def word_before(text: str, start: int) -> str:
    """The word that stands before `start`, one blank apart, with the full stop of an abbreviation; else nothing.

    >>> word_before("die Stadt Ulm", 10), word_before("Prof. Dr. Ulm", 10), word_before("heute, Ulm", 7)
    ('Stadt', 'Dr.', '')
    """
    if start < 2 or text[start - 1] not in " \xa0\n":
        return ""
    limit = max(0, start - LONGEST_WORD)
    first = start - 2 if text[start - 2] == "." else start - 1
    while first > limit and (text[first - 1].isalnum() or text[first - 1] in _HYPHENS):
        first -= 1
    return text[first : start - 1]


def word_after(text: str, end: int) -> str:
    """The word that follows `end`, one blank apart, opening quotation marks aside.

    >>> word_after("Stuttgarter Messe", 11), word_after("Stuttgart, Ulm", 9)
    ('Messe', '')
    """
    if text[end : end + 1] not in (" ", "\xa0", "\n"):
        return ""
    first = end + 1
    if text[first : first + 1] in _OPENING:
        first += 1
    last, limit = first, min(len(text), first + LONGEST_WORD)
    while last < limit and (text[last].isalnum() or text[last] in _HYPHENS):
        last += 1
    return text[first:last]


def starts_sentence(text: str, start: int) -> bool:
    """Whether only opening marks stand between `start` and the end of a sentence, a line or the start of the text.

    >>> starts_sentence("Ja. „Bayerische Firmen“", 5), starts_sentence("die Bayerische Staatsregierung", 4)
    (True, False)
    """
    before = text[max(0, start - LONGEST_WORD) : start].rstrip(" \xa0('–-" + "".join(_OPENING))
    return not before or before[-1] in ".!?:;…\n•"
