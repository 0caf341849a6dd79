"""What each reading rule brings: how often it reads, in how many releases, how often it is right."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from relgraph.evaluation.figures import Figure, Scored
from relgraph.evaluation.scores import Key
from relgraph.evaluation.table import shown_share
from relgraph.extraction.rules import Example, office_forms, rules
from relgraph.store.terms import Literal, Table

RULE_HEADINGS = {
    "rule": "Rule",
    "part": "Part",
    "precision": "Precision",
    "matched": "Right",
    "found": "Found",
    "releases": "Releases",
    "note": "Note",
}
IDLE = "reads nothing"
BY_HEART = "reads its example alone"


def rule_table(several: Sequence[Scored], texts: Collection[str], *, people: bool) -> Table:
    """One row for each rule in each part where it reads, and one for each rule that reads nowhere.

    Args:
        several: the parts.
        texts: all releases; a rule that reads one of them only, and has its example from there, is noted.
        people: whether intervals stand beside their values.
    """
    examples = {rule.id: _texts(rule.examples) for rule in rules()}
    examples |= {form.id: _texts(form.examples) for form in office_forms().values()}
    read = sorted({rule for one in several for rule in one.scores.total.groups("rules")} | examples.keys())
    shares = ("precision",) if people else ("precision", "precision_low", "precision_high")
    rows = [row for rule in read for row in _rows(rule, several, _note(rule, several, examples, texts), people)]
    columns = ("rule", "part", *shares, "matched", "found", "releases", "note")
    return Table(columns, [tuple(map(Literal, row)) for row in rows])


def _rows(rule: str, several: Sequence[Scored], note: str, people: bool) -> Iterator[list[str]]:
    key = Key("rules", rule)
    if note == IDLE:
        yield [rule, "", *([""] if people else [""] * 3), "0", "0", "0", note]
    for one in several:
        releases = _releases(one, key)
        if releases:
            line = one.line(key)
            precision: Figure = line.shares["precision"]
            measure = one.scores.total[key]
            counts = (str(measure.matched), str(measure.found), str(releases))
            yield [rule, one.part, *shown_share(precision, people=people), *counts, note]


def _note(rule: str, several: Sequence[Scored], examples: Mapping[str, Sequence[str]], texts: Collection[str]) -> str:
    releases = sum(_releases(one, Key("rules", rule)) for one in several)
    if not releases:
        return IDLE
    quoted = any(example in text for example in examples.get(rule, ()) for text in texts)
    return BY_HEART if releases == 1 and quoted else ""


def _texts(examples: Iterable[Example]) -> list[str]:
    return [example.text for example in examples]


def _releases(one: Scored, key: Key) -> int:
    return sum(release[key].found > 0 for release in one.scores.releases)
