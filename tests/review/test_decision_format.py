"""data/FORMAT.md says what a file of decisions may hold."""

import re

from relgraph.resources import folder
from relgraph.review.decision_file import read_decisions
from relgraph.review.decisions import DECISIONS, Stated

PAGE = (
    (folder("data") / "FORMAT.md").read_text(encoding="utf-8").partition("## `decisions.yml`")[2].partition("\n## ")[0]
)


def test_every_kind_of_decision_and_every_key_of_a_relation_is_told():
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", PAGE, flags=re.MULTILINE))
    del rows["decision"]  # the heading
    assert list(rows) == list(DECISIONS)
    for name, kind in DECISIONS.items():
        keys = set(kind.model_fields) - {"decision", "by", "date", "note"}
        assert set(re.findall(r"`(\w+)`", rows[name])) == keys
    told = set(re.findall(r"`(\w+)`", PAGE))
    assert {field.alias or name for name, field in Stated.model_fields.items()} <= told


def test_the_example_can_be_read(tmp_path):
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)
    path = tmp_path / "decisions.yml"
    path.write_text(example, encoding="utf-8")
    (decision,) = read_decisions(path)
    assert (decision.decision, decision.to.status) == ("correct", "concluded")
