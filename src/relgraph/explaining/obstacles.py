"""Which check of a rule stopped it in a sentence that holds its cue.

Owns the order in which checks are looked at; the checks themselves are those of reading, asked with one thing relaxed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from relgraph.extraction.ends import fits, fitting, ranked
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.rules import Role, Rule, rule_cues, rules
from relgraph.extraction.scene import Memory, Scene, stand_in
from relgraph.extraction.status import clause, negated, words

_ANYWHERE = 10_000


@dataclass(frozen=True)
class Tried:
    """A phrase that was tried for an end, and the check that stopped it; None where it fits."""

    phrase: Phrase
    check: str | None


@dataclass(frozen=True)
class Unfilled:
    """An end that no phrase fills, and those that were tried."""

    end: str
    role: Role
    tried: tuple[Tried, ...]


@dataclass(frozen=True)
class Stopped:
    """A rule whose cue stands in a sentence and that claims nothing: the check that stopped it, and a word for it."""

    rule: Rule
    cue: str
    check: str
    word: str = ""
    unfilled: tuple[Unfilled, ...] = ()


def stopped_rules(scene: Scene, memory: Memory, claiming: set[str]) -> Iterator[Stopped]:
    """Every rule with a cue in the sentence but those that claim something."""
    text = scene.sentence.text
    found = rule_cues().find(text)
    for number in sorted(number for number, name in found if name == "cues"):
        if rules()[number].id not in claiming:
            yield diagnose(rules()[number], found[number, "cues"][0], scene, memory)


def diagnose(rule: Rule, cue: tuple[int, int], scene: Scene, memory: Memory) -> Stopped:
    """The first check that stops a rule at a cue, in the order of reading."""
    text = scene.sentence.text
    said = text[slice(*cue)]
    if vetoes := [text[slice(*place)] for place in rule.lists["unless"].find(text)]:
        return Stopped(rule, said, "veto", vetoes[0])
    if rule.needs and not rule.lists["needs"].stand_in(text):
        return Stopped(rule, said, "needs", ", ".join(rule.needs[:5]))
    if not rule.admits(text, cue):
        return Stopped(rule, said, rule.voice)
    if negated(text, *cue):
        near = clause(text, *cue)
        noes = [near[slice(*place)] for place in words().cues["negated"].find(near)]
        return Stopped(rule, said, "negated", noes[0] if noes else "")
    unfilled = tuple(_unfilled(rule, cue, scene, memory))
    if unfilled:
        return Stopped(rule, said, "unfilled", unfilled=unfilled)
    if rule.needs_topic and not scene.topics:
        return Stopped(rule, said, "topic")
    return Stopped(rule, said, "pair")


def _unfilled(rule: Rule, cue: tuple[int, int], scene: Scene, memory: Memory) -> Iterator[Unfilled]:
    for name in ("between", "subject", "object", "beside"):
        role: Role | None = getattr(rule, name)
        if role is None:
            continue
        tried = tuple(Tried(phrase, obstacle(role, scene, phrase, cue)) for phrase in scene.phrases)
        second = role.second and ranked(role.second, scene, cue)
        filled = any(one.check is None for one in tried) or second or role.otherwise == "none"
        if not filled and stand_in(role, scene, memory) is None:
            yield Unfilled(name, role, tried)


def obstacle(role: Role, scene: Scene, phrase: Phrase, cue: tuple[int, int]) -> str | None:
    """The first check that keeps a phrase from an end, None where it may fill it."""
    if not fits(role, phrase):
        return "governed"
    if not fitting(role.model_copy(update={"group": False, "foreign": False}), scene, phrase):
        return "type"
    if not fitting(role.model_copy(update={"foreign": False}), scene, phrase):
        return "group"
    if not fitting(role, scene, phrase):
        return "own"
    if all(phrase != found for found, _ in ranked(role.model_copy(update={"near": _ANYWHERE}), scene, cue)):
        return "side"
    if all(phrase != found for found, _ in ranked(role, scene, cue)):
        return "far"
    return None
