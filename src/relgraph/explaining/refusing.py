"""A diagnosis as a sheet for people."""

from relgraph.explaining.refusal import Diagnosis, Refusal
from relgraph.explaining.sheet import Sheet
from relgraph.explaining.telling import reading_label
from relgraph.explaining.words import number, quoted, relation_label, say, type_label


def tell_refusal(refusal: Refusal, language: str = "de") -> str:
    """Why a text states no relation, in words."""
    sheet = Sheet()
    if refusal.region is None:
        sheet.row(say(language, "labels", "note"), say(language, "changes", "region"))
    for diagnosis in refusal.sentences:
        sheet.title(quoted(diagnosis.sentence, language))
        _seen(sheet, diagnosis, language)
        _looked_at(sheet, diagnosis, language)
        if diagnosis.changes:
            sheet.heading(say(language, "labels", "changes"))
        for change in diagnosis.changes:
            sheet.item(change)
    return sheet.text()


def _seen(sheet: Sheet, diagnosis: Diagnosis, language: str) -> None:
    """What was recognised: names, phrases, topics, dates."""
    none = say(language, "labels", "none")
    sheet.heading(say(language, "labels", "recognised") + ("" if diagnosis.recognised else f": {none}"))
    for one in diagnosis.recognised:
        linked = say(language, "labels", "linked" if one.linked else "unlinked")
        words = " / ".join(one.words)
        text = f"{type_label(one.type, language)}, {linked}"
        sheet.row(one.name, text if words == one.name else f"{text}; {quoted(words, language)}")
    if diagnosis.phrases:
        sheet.heading(say(language, "labels", "phrases"))
    for phrase in diagnosis.phrases:
        names = " + ".join(phrase.names)
        text = phrase.text if names == phrase.words else f"{phrase.text}; {say(language, 'labels', 'stands')} {names}"
        sheet.row(quoted(phrase.words, language), text)
    topics = ", ".join(f"{one.label} ({quoted(one.words, language)})" for one in diagnosis.topics)
    dates = ", ".join(f"{one.value} ({quoted(one.words, language)})" for one in diagnosis.dates)
    sheet.heading(f"{say(language, 'labels', 'topics')}: {topics or none}")
    sheet.heading(f"{say(language, 'labels', 'time')}: {dates or none}")


def _looked_at(sheet: Sheet, diagnosis: Diagnosis, language: str) -> None:
    """What was announced, read, nearly read and refused."""
    none = "" if diagnosis.announced else f": {say(language, 'labels', 'none')}"
    sheet.heading(say(language, "labels", "announced") + none)
    for one in diagnosis.announced:
        words = ", ".join(quoted(word, language) for word in one.words)
        sheet.row(relation_label(one.type, language), words)
    if diagnosis.read:
        sheet.heading(say(language, "labels", "read"))
    for told in diagnosis.read:
        label = reading_label(told.type, told.subject, told.object, language)
        sheet.figure(number(told.probability, language), f"{label} ({told.rule})")
    if diagnosis.stops:
        sheet.heading(say(language, "labels", "stops"))
    for stop in diagnosis.stops:
        sheet.item(f"{stop.rule} ({quoted(stop.cue, language)}): {stop.text}")
        for text in (*stop.wanted, *stop.tried):
            sheet.item(text, level=3)
    if diagnosis.refused:
        sheet.heading(say(language, "labels", "refused"))
    for refused in diagnosis.refused:
        denied = f" – {say(language, 'labels', 'denied')}" if refused.denied else ""
        label = reading_label(refused.type, refused.subject, refused.object, language)
        sheet.figure(number(refused.probability, language), label + denied)
        for step in refused.against:
            sheet.figure(number(step.weight, language, signed=True), step.text, level=1)
