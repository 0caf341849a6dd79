"""What `relgraph evaluate` shows: the figures at a glance, or by type, rule, region or confidence."""

from collections.abc import Mapping, Sequence

from relgraph.evaluation.calibration import CALIBRATION_HEADINGS, calibration_table, judged
from relgraph.evaluation.figures import by_region, by_type, scored, summary
from relgraph.evaluation.mistakes import MISTAKE_HEADINGS
from relgraph.evaluation.reading import Evaluation
from relgraph.evaluation.rule_table import RULE_HEADINGS, rule_table
from relgraph.evaluation.split import Part
from relgraph.evaluation.table import FIGURE_HEADINGS, figure_table
from relgraph.store.terms import Table

HEADINGS: Mapping[str, str] = FIGURE_HEADINGS | RULE_HEADINGS | CALIBRATION_HEADINGS | MISTAKE_HEADINGS


def view(evaluation: Evaluation, parts: Sequence[Part], by: str | None, *, people: bool) -> Table:
    """The figures of some parts, by nothing, `type`, `rule`, `region` or `confidence`."""
    if by == "confidence":
        return calibration_table((part, judged(evaluation.of(part))) for part in parts)
    if by == "region":
        return figure_table(by_region(evaluation, parts), people=people)
    several = scored(evaluation, parts)
    if by == "rule":
        return rule_table(several, evaluation.texts, people=people)
    return figure_table(by_type(several) if by == "type" else summary(several), people=people)
