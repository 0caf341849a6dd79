"""The steps of a confidence: features with their weights, gathered by what they speak of."""

from collections.abc import Iterable, Mapping

from relgraph.explaining.explanation import Reckoning, Step, StepGroup
from relgraph.explaining.readings import groups, read_feature
from relgraph.explaining.rereading import Held, Weighed
from relgraph.explaining.words import number, say
from relgraph.extraction.draft import Draft
from relgraph.extraction.rules import office_forms
from relgraph.extraction.scorer import LEAST, scorer

OTHER = "other"
"""The group of features that have no words."""


def reckoning(told: Weighed, draft: Draft, language: str) -> Reckoning:
    """Steps of a candidate's probability."""
    names = end_names(told, draft)
    shares = scorer().shares(told.features)
    return Reckoning(
        groups=tuple(step_groups(shares, names, language)),
        sum=round(sum(weight for _, weight in shares), 3),
        probability=told.probability,
        threshold=LEAST,
    )


def office_reckoning(told: Held, language: str) -> Reckoning:
    """An office has the confidence of its form, less where the body is not named beside it."""
    form = office_forms()[told.holding.rule]
    key = "sure" if told.holding.sure else "unsure"
    text = say(language, "offices", key, form=form.form, confidence=number(form.confidence, language))
    return Reckoning(groups=(), sum=None, probability=told.relation.confidence, threshold=LEAST, text=text)


def end_names(told: Weighed, draft: Draft) -> dict[str, str]:
    """What `s`, `o` and `cue` are called."""
    subject, other = told.pair
    return {"s": draft.entities[subject].name, "o": draft.entities[other].name if other else "", "cue": told.cue}


def step_groups(shares: Iterable[tuple[str, float]], names: Mapping[str, str], language: str) -> list[StepGroup]:
    """Features with their weights, gathered, the weightiest of a group first."""
    gathered: dict[str, list[Step]] = {group: [] for group in (*groups(), OTHER)}
    for feature, weight in shares:
        reading = read_feature(feature, names, language)
        group, text = (reading.group, reading.text) if reading else (OTHER, feature)
        gathered[group].append(Step(feature=feature, weight=weight, text=text))
    return [_gathered(group, steps, names, language) for group, steps in gathered.items() if steps]


def _gathered(group: str, steps: list[Step], names: Mapping[str, str], language: str) -> StepGroup:
    heading = groups()[group].say(language, **names) if group in groups() else say(language, "labels", "other_features")
    return StepGroup(group=group, weight=round(sum(step.weight for step in steps), 3), text=heading, steps=tuple(steps))
