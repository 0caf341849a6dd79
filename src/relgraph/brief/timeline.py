"""The timeline: when what is on record happened or was told, in a lane for each kind of relation."""

from collections import Counter

from relgraph.brief.document import Block, Heading, Moment, Paragraph, Picture, Run
from relgraph.brief.telling import Teller
from relgraph.vocabulary import RelationType, Status

_MANY = 120
"""Marks that a picture can hold side by side; where there are more, one stands for a year."""

_Marks = Counter[tuple[RelationType, str, bool, bool]]


def timeline(teller: Teller) -> tuple[Block, ...]:
    """A picture of all dated dealings; where a sentence gives no date, that of its release stands for it."""
    speech = teller.speech
    marks: _Marks = Counter()
    for fact in teller.material.dealings:
        date = fact.when or fact.told
        if date:
            marks[fact.type, date, fact.when is not None, fact.status is Status.PLANNED] += 1
    if len(marks) > _MANY:
        marks = _by_year(marks)
    heading = Heading(speech.say("timeline"))
    if not marks:
        return heading, Paragraph((Run(speech.say("timeline_none")),))
    kinds = [kind for kind in RelationType if any(kind is lane for lane, *_ in marks)]
    totals = {kind: sum(n for (lane, *_), n in marks.items() if lane is kind) for kind in kinds}
    names = {kind: speech.type(kind) for kind in kinds}
    dates = sorted(date for _, date, *_ in marks)
    told = "; ".join(f"{names[kind]}: {speech.count('mention', totals[kind])}" for kind in kinds)
    alt = speech.say("timeline_alt", first=dates[0][:4], last=dates[-1][:4], lanes=told)
    ordered = sorted(marks.items(), key=lambda item: (kinds.index(item[0][0]), item[0][1:]))
    moments = tuple(Moment(names[kind], date, n, stated, planned) for (kind, date, stated, planned), n in ordered)
    return heading, Picture(alt, speech.say("timeline_caption"), tuple(names.values()), moments)


def _by_year(marks: _Marks) -> _Marks:
    """One mark for each kind and year, real and planned apart; full where any sentence gives its date."""
    years: _Marks = Counter()
    stated = {(kind, date[:4], planned) for kind, date, given, planned in marks if given}
    for (kind, date, _, planned), n in marks.items():
        years[kind, date[:4], (kind, date[:4], planned) in stated, planned] += n
    return years
