"""An explanation as a sheet for people."""

from collections.abc import Sequence

from relgraph.explaining.explanation import Explanation, Reckoning, StepGroup, TopicReason
from relgraph.explaining.finding import relation_id
from relgraph.explaining.sheet import Sheet
from relgraph.explaining.words import number, quoted, relation_label, say, status_label, type_label
from relgraph.vocabulary import RelationType

_WEIGHTY = 0.15
"""A step below this weight is summed up with others of its kind, unless all are asked for."""

_NEAR_TOPIC = 0.1
"""A topic below this probability was never near, and is shown only where all is asked for."""


def tell(explanation: Explanation, language: str = "de", *, all_steps: bool = False) -> str:
    """An explanation in words; with `all_steps`, every feature however little it weighs."""
    sheet = Sheet()
    relation, names = explanation.relation, {end.end: end.name for end in explanation.ends}
    sheet.title(reading_label(relation.type, names["subject"], names.get("object"), language))
    if explanation.note:
        sheet.row(say(language, "labels", "note"), explanation.note)
    sheet.row(say(language, "labels", "sentence"), quoted(relation.evidence.text, language))
    told = explanation.release
    where = ", ".join(filter(None, (told.id, told.date, told.publisher)))
    sheet.row(say(language, "labels", "release"), f"{where}: {told.title}")
    if told.url:
        sheet.row(say(language, "labels", "url"), told.url)
    sheet.row(say(language, "labels", "relation"), relation_id(relation))
    _ends(sheet, explanation, language)
    _cause(sheet, explanation, language)
    _status(sheet, explanation, language)
    told_topics = [
        one for one in explanation.topics if all_steps or one.taken or (one.probability or 0.0) >= _NEAR_TOPIC
    ]
    _topics(sheet, told_topics, language)
    sheet.heading(say(language, "labels", "confidence"))
    tell_reckoning(sheet, explanation.confidence, language, all_steps=all_steps)
    _others(sheet, explanation, language)
    return sheet.text()


def reading_label(kind: RelationType, subject: str, other: str | None, language: str) -> str:
    """A relation in a line.

    >>> reading_label(RelationType.VISIT, "Kurz", "Rom", "de"), reading_label(RelationType.MEETING, "Kurz", "Ito", "en")
    ('Besuch: Kurz → Rom', 'Meeting: Kurz ↔ Ito')
    """
    arrow = "↔" if kind.symmetric else "→"
    return f"{relation_label(kind, language)}: {subject}" + (f" {arrow} {other}" if other else "")


def _ends(sheet: Sheet, explanation: Explanation, language: str) -> None:
    sheet.heading(say(language, "labels", "ends"))
    for end in explanation.ends:
        linked = say(language, "labels", "linked" if end.linked else "unlinked")
        text = f"{end.name} ({type_label(end.type, language)}, {linked}): {end.text}"
        sheet.row(say(language, "labels", end.end), text)
    for name in ("role", "amount"):
        if value := getattr(explanation.relation, name):
            sheet.row(say(language, "labels", name), value)


def _cause(sheet: Sheet, explanation: Explanation, language: str) -> None:
    cause = explanation.cause
    sheet.heading(say(language, "labels", "cause"))
    sheet.row(say(language, "labels", cause.kind), cause.id)
    sheet.row(say(language, "labels", "cue" if cause.kind != "office" else "role"), quoted(cause.cue, language))
    if cause.family:
        sheet.row(say(language, "labels", "family"), cause.family)
    if cause.why:
        sheet.row(say(language, "labels", "form" if cause.kind == "office" else "why"), cause.why)
    for example in cause.examples:
        sheet.row(say(language, "labels", "example"), quoted(example, language))


def _status(sheet: Sheet, explanation: Explanation, language: str) -> None:
    status = explanation.status
    sheet.heading(f"{say(language, 'labels', 'status')}: {status_label(status.status, language)}")
    sheet.row("", status.text)
    untold = "" if explanation.dates else f": {say(language, 'labels', 'untold')}"
    sheet.heading(say(language, "labels", "time") + untold)
    for date in explanation.dates:
        sheet.row(say(language, "labels", date.field), f"{date.value} – {date.text}")
        if date.sentence:
            sheet.row("", quoted(date.sentence, language))


def _topics(sheet: Sheet, topics: Sequence[TopicReason], language: str) -> None:
    sheet.heading(say(language, "labels", "topics") + ("" if topics else f": {say(language, 'labels', 'none')}"))
    for topic in sorted(topics, key=lambda topic: not topic.taken):
        where = say(language, "topics", topic.where, words=" / ".join(topic.words))
        text = f"{topic.label} – {where}" + ("" if topic.taken else f" ({say(language, 'topics', 'dropped')})")
        sheet.figure("–" if topic.probability is None else number(topic.probability, language), text)


def tell_reckoning(sheet: Sheet, reckoning: Reckoning, language: str, *, all_steps: bool = False) -> None:
    """The steps of a confidence, their sum, and the probability that comes of it."""
    if reckoning.text:
        sheet.figure(number(reckoning.probability, language), reckoning.text)
        return
    for group in reckoning.groups:
        tell_group(sheet, group, language, all_steps=all_steps)
    sheet.rule()
    shares = {"p": number(reckoning.probability, language), "least": number(reckoning.threshold, language)}
    text = f"{say(language, 'labels', 'sum')} → {say(language, 'labels', 'probability', **shares)}"
    sheet.figure(number(reckoning.sum or 0.0, language, signed=True), text)


def tell_group(sheet: Sheet, group: StepGroup, language: str, *, all_steps: bool) -> None:
    """A group of steps with its sum, the weighty ones below it."""
    told: dict[str, float] = {}  # what holds for all types and for this one is one step to a reader
    for step in group.steps:
        told[step.text] = told.get(step.text, 0.0) + step.weight
    shown = {text: weight for text, weight in told.items() if all_steps or abs(weight) >= _WEIGHTY}
    small = [weight for text, weight in told.items() if text not in shown]
    sheet.figure(number(group.weight, language, signed=True), group.text)
    for text, weight in sorted(shown.items(), key=lambda item: -abs(item[1])):
        sheet.figure(number(weight, language, signed=True), text, level=1)
    if small and shown:
        text = say(language, "labels", "smaller", n=len(small))
        sheet.figure(number(sum(small), language, signed=True), text, level=1)


def _others(sheet: Sheet, explanation: Explanation, language: str) -> None:
    if explanation.rivals:
        sheet.heading(say(language, "labels", "rivals"))
    for rival in explanation.rivals:
        text = reading_label(rival.type, rival.subject, rival.object, language)
        taken = f" ({say(language, 'labels', 'taken')})" if rival.taken else ""
        sheet.figure(number(rival.probability, language), text + taken)
    if explanation.supports:
        sheet.heading(say(language, "labels", "supports"))
    for support in explanation.supports:
        sheet.figure(
            number(support.probability, language), f"{quoted(support.sentence.text, language)} ({support.rule})"
        )
