"""Tense of a clause: past, present or ahead, seen from the verb that governs a word.

Owns German's compound tenses: "hat … besucht", "wird … reisen", "soll … werden", "ist zu unterzeichnen".
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from relgraph.extraction.clauses import Clause, clause_at
from relgraph.extraction.verbs import Form, auxiliary, forms

_WORD = re.compile(r"[^\W\d]+")
_MODALS = frozenset(("sollen", "wollen", "mögen", "können", "müssen", "dürfen"))
_PAST_MODALS = frozenset(("konnte", "konnten", "musste", "mussten", "durfte", "durften"))
_PRESENT_MODALS = frozenset(("kann", "können", "könne", "darf", "dürfen", "dürfe"))
_HELPERS = frozenset(("sein", "haben", "werden"))
_WERE = frozenset(("war", "waren", "hatte", "hatten"))
_ATTRIBUTIVE = ("te", "ten")
_UNLISTED = re.compile(
    r"(?!heute|bitte|mitten|unten|hinten)[a-zäöüß]{2,}[^s]ten?"
)  # a preterite of a verb in no list, no "erste", "besten"
_NOUN_BEHIND = re.compile(r"\s[A-ZÄÖÜ]")
_DETERMINER = re.compile(
    r"(?:der|die|das|dem|den|des|ein|eine[mnrs]?|kein\w*|ihr\w*|sein\w*|dies\w*|jen\w*|alle\w?|mehrere\w?|viele\w?"
    r"|im|am|zum|zur|beim|vom|mit|von|für|durch|bei|aus|in|an|auf|über|gemeinsam|neu|frisch|bereits|kürzlich|\d+)"
)


class Tense(StrEnum):
    """What the verb of a clause says of time; NONE where no verb is found."""

    PAST = "past"
    BEFORE = "before"
    """Pluperfect: before what the text tells otherwise."""
    PRESENT = "present"
    AHEAD = "ahead"
    """Future, or something meant, wanted or possible."""
    NONE = "none"

    @property
    def over(self) -> bool:
        """Whether it has happened."""
        return self in (Tense.PAST, Tense.BEFORE)


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    forms: frozenset[Form]
    helper: str | None


@lru_cache(maxsize=8192)
def tense_at(sentence: str, start: int, end: int) -> Tense:
    """Tense of the clause that holds a cue, by the verb nearest to it.

    >>> tense_at("Kurz, der Rom besuchen will, traf Ito.", 29, 33), tense_at("Kurz wird Rom besuchen.", 14, 22)
    (<Tense.PAST: 'past'>, <Tense.AHEAD: 'ahead'>)
    """
    clause = clause_at(sentence, start)
    words = [word for part in _said(sentence, clause) for word in _words(sentence, *part)]
    told = _tense(words, (start, end))
    if told == Tense.NONE:  # "sagte Kurz zu" tells more than who says it
        told = _tense([word for part in clause.parts for word in _words(sentence, *part)], (start, end))
    return told


def tense(sentence: str) -> Tense:
    """Tense of a sentence's main clause."""
    return tense_at(sentence, 0, 0)


def _said(sentence: str, clause: Clause) -> list[tuple[int, int]]:
    """Parts of a clause without those that say who says it: "…, sagte Lange"."""
    kept = [part for part in clause.parts if not _SAYS.match(sentence[slice(*part)])]
    return kept or list(clause.parts)


_SAYS = re.compile(
    r"\s*(?:so|sagte|sagten|betonte|betonten|erklärte|erklärten|teilte|hieß|unterstrich|fügte|ergänzte|kündigte|berichtete"
    r"|mahnte|warnte|kritisierte|lobte|bilanzierte|äußerte|meinte|versicherte|würdigte|freute|hob|sagt|betont|erklärt|äußert|meint)\b"
)


def _words(sentence: str, start: int, end: int) -> list[_Word]:
    """Words of a part that may be verbs: those in small letters, and the sentence's first."""
    found = []
    before = ""
    for match in _WORD.finditer(sentence, start, end):
        word = match[0] if match.start() > 0 else match[0].lower()
        helper = auxiliary(word)
        kinds = frozenset() if helper or word[0].isupper() else forms(word)
        if before == "zu" and Form.INFINITIVE in kinds:
            kinds = frozenset((Form.TO_INFINITIVE,))
        attribute = helper is None and bool(
            word.endswith(_ATTRIBUTIVE) and (_DETERMINER.fullmatch(before.lower()) or _followed(sentence, match.end()))
        )
        if attribute and Form.PRETERITE in kinds and _DETERMINER.fullmatch(before.lower()):
            kinds = frozenset()  # "die unterzeichneten Verträge"
        found.append(_Word("" if attribute and not kinds else word, match.start(), match.end(), kinds, helper))
        before = match[0]
    return found


def _followed(sentence: str, end: int) -> bool:
    """Whether a noun follows: "vereinte Nationen"; a listed verb may stand before one too."""
    return bool(_NOUN_BEHIND.match(sentence, end))


def _tense(words: Sequence[_Word], cue: tuple[int, int]) -> Tense:
    place = (cue[0] + cue[1]) // 2
    helpers = [word for word in words if word.helper]
    finite = [word for word in words if word.forms & {Form.PRESENT, Form.PRETERITE}]
    inside = [word for word in finite if cue[0] <= word.start < cue[1] and not _needs_helper(word, helpers)]
    if inside:
        return _simple(inside[0])
    if helpers:
        helper = min(helpers, key=lambda word: abs(word.start - place))
        told = [word for word in finite if not _needs_helper(word, helpers)]
        rival = min(told, key=lambda word: abs(word.start - place), default=None)
        if rival is None or Form.PRETERITE not in rival.forms or abs(helper.start - place) <= abs(rival.start - place):
            return _compound(helper, helpers, words)
        return _simple(rival)
    nearest = min(finite, key=lambda word: (Form.PARTICIPLE in word.forms, abs(word.start - place)), default=None)
    if nearest:
        return _simple(nearest)
    return Tense.PAST if any(not word.forms and _UNLISTED.fullmatch(word.text) for word in words) else Tense.NONE


def _needs_helper(word: _Word, helpers: Sequence[_Word]) -> bool:
    """Whether a form is rather part of a compound: "besucht" beside "hat", "reisen" beside "werden"."""
    return bool(helpers) and bool(word.forms & {Form.PARTICIPLE, Form.INFINITIVE})


def _simple(word: _Word) -> Tense:
    return Tense.PRESENT if Form.PRESENT in word.forms else Tense.PAST


def _compound(helper: _Word, helpers: Sequence[_Word], words: Sequence[_Word]) -> Tense:
    """Tense of an auxiliary or modal verb with what it governs."""
    modal = next((word for word in helpers if word.helper in _MODALS), None)
    if modal:
        return (
            Tense.PAST
            if modal.text in _PAST_MODALS
            else Tense.PRESENT
            if modal.text in _PRESENT_MODALS
            else Tense.AHEAD
        )
    participle = any(Form.PARTICIPLE in word.forms or word.text == "worden" for word in words)
    if helper.helper == "werden":
        return _werden(helper, words, participle)
    if any(Form.TO_INFINITIVE in word.forms for word in words):
        return Tense.AHEAD
    if any(word.text in _WERE for word in helpers):
        return Tense.BEFORE if participle else Tense.PAST
    return Tense.PAST if participle else Tense.PRESENT


def _werden(helper: _Word, words: Sequence[_Word], participle: bool) -> Tense:
    if helper.text in ("wurde", "wurden"):
        return Tense.PAST
    infinitive = any(
        (Form.INFINITIVE in word.forms and Form.PARTICIPLE not in word.forms) or word.text in _HELPERS
        for word in words
        if word is not helper
    )
    return Tense.AHEAD if infinitive or not participle else Tense.PRESENT
