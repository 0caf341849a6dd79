"""What would have to change in a sentence for a relation to be read."""

from collections.abc import Iterator, Sequence

from relgraph.explaining.refusal import Announced, PhraseSeen, Read, Refused, Stop
from relgraph.explaining.words import number, relation_label, say
from relgraph.extraction.candidates import ENDS
from relgraph.extraction.scorer import LEAST
from relgraph.extraction.signals import signals
from relgraph.vocabulary import RelationType

_FAMILIES = 12
_MENDED = frozenset({"unfilled", "topic", "needs"})


def remedies(
    phrases: Sequence[PhraseSeen],
    announced: Sequence[Announced],
    read: Sequence[Read],
    stops: Sequence[Stop],
    refused: Sequence[Refused],
    expected: RelationType | None,
    language: str,
    *,
    domestic: bool,
) -> Iterator[str]:
    """What is missing, the first thing first; nothing where what was expected is read."""
    if read and (expected is not None or not refused):
        return
    if not phrases:
        yield say(language, "changes", "nobody")
    if domestic and expected is not RelationType.AFFILIATION:
        yield say(language, "changes", "domestic")
    if not announced:
        yield from _words(expected, language)
    elif not refused and not read and phrases:
        yield from _ends(announced, language)
    if refused:
        yield from _weights(refused[0], language)
    for stop in [stop for stop in stops if stop.check in _MENDED][:1]:
        wanted = "; ".join(stop.wanted) or stop.text
        yield say(language, "changes", "rule", rule=stop.rule, cue=stop.cue, wanted=wanted)


def _words(expected: RelationType | None, language: str) -> Iterator[str]:
    if expected is None:
        yield say(language, "changes", "word")
        return
    label = relation_label(expected, language)
    families = sorted({family for kind, family in signals().all() if kind == expected}, key=str.casefold)
    if families:
        yield say(language, "changes", "word_of", type=label, families=", ".join(families[:_FAMILIES]))
    else:
        yield say(language, "changes", "grammar", type=label)


def _ends(announced: Sequence[Announced], language: str) -> Iterator[str]:
    for one in announced:
        key = "two" if ENDS[one.type][1] else "field"
        yield say(language, "changes", key, type=relation_label(one.type, language))


def _weights(best: Refused, language: str) -> Iterator[str]:
    """What the likeliest candidate lacks."""
    label = relation_label(best.type, language)
    if best.denied:
        yield say(language, "changes", "denied", type=label)
        return
    if best.probability >= LEAST:
        return  # likely enough: something else keeps it out
    told = "; ".join(step.text for step in best.against[:2])
    values = {"p": number(best.probability, language), "least": number(LEAST, language)}
    yield say(language, "changes", "weights", type=label, against=told, **values)
