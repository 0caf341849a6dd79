import csv
import io
import json

import pytest

from relgraph.difference.reading import Difference
from relgraph.difference.rows import COLUMNS, as_csv, as_json, as_jsonl
from relgraph.store.graphs import open_graphs


@pytest.fixture
def written(two_builds):
    def writing(writer):
        with open_graphs(str(two_builds[0])) as old, open_graphs(str(two_builds[1])) as new:
            return "".join(writer(Difference(old, new)))

    return writing


def test_json_lines_hold_each_change(written):
    records = [json.loads(line) for line in written(as_jsonl).splitlines()]
    assert {record["kind"] for record in records} == {"release", "relation", "partner", "tie", "entity"}
    assert all(tuple(name for name in COLUMNS if name in record) == tuple(record) for record in records)
    (visit,) = [record for record in records if record["kind"] == "relation" and record["type"] == "visit"]
    assert visit["change"] == "changed"
    assert {"field": "date", "old": [], "new": ["2024-01"]} in visit["changes"]
    assert visit["sentence"] == "Ministerpräsident Winfried Kretschmann reiste im Januar 2024 nach Südkorea."
    assert visit["release"] == "bw-2024-02-01-halbleiter"


def test_json_holds_the_same_and_the_counts(written):
    whole = json.loads(written(as_json))
    assert whole["changes"] == [json.loads(line) for line in written(as_jsonl).splitlines()]
    assert whole["equal"] is False
    assert whole["counts"]["releases"] == {"came": 1, "went": 0, "changed": 1}
    relations = [record["change"] for record in whole["changes"] if record["kind"] == "relation"]
    assert whole["counts"]["relations"] == {name: relations.count(name) for name in ("came", "went", "changed")}


def test_csv_holds_the_same(written):
    rows = list(csv.DictReader(io.StringIO(written(as_csv))))
    records = [json.loads(line) for line in written(as_jsonl).splitlines()]
    assert [(row["kind"], row["change"], row["id"]) for row in rows] == [
        (record["kind"], record["change"], record.get("id", "")) for record in records
    ]
    (visit,) = [row for row in rows if row["kind"] == "relation" and row["type"] == "visit"]
    assert "date:  → 2024-01" in visit["changes"]
