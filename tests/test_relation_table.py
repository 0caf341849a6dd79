import csv

from relgraph.relation_table import COLUMNS, relation_csv
from relgraph.store.opening import open_store


def table(built):
    with open_store(built / "store") as store:
        return list(csv.DictReader(b"".join(relation_csv(store)).decode().splitlines()))


def test_a_line_holds_the_relation_its_sentence_and_its_release(built):
    rows = table(built)
    assert list(rows[0]) == list(COLUMNS)
    strength = next(row for row in rows if row["topics"] == "robotics")
    expected = {
        "type": "strength", "status": "active", "subject": "https://w3id.org/relgraph/id/country/JP",
        "subject_label": "Japan", "object": "", "object_label": "", "sentence": "Japan ist bei der Robotik führend.",
        "basis": "machine",
        "reviewer": "", "reviewed_on": "", "start": "0", "end": "34",
        "release": "bw-2023-05-04-robotik", "release_title": "Gespräche über Robotik",
        "release_date": "2023-05-04", "publisher": "Staatsministerium Baden-Württemberg",
        "url": "https://example.org/robotik",
    }  # fmt: skip
    assert {name: strength[name] for name in expected} == expected


def test_each_relation_stands_once_in_the_order_of_the_text(built):
    rows = table(built)
    assert len({row["relation"] for row in rows}) == len(rows)
    assert rows == sorted(rows, key=lambda row: (row["release"], int(row["start"]), row["relation"]))


def test_the_years_of_a_partnership_are_told(built):
    partnership = next(row for row in table(built) if row["type"] == "partnership")
    assert (partnership["object_label"], partnership["from"]) == ("Kanagawa", "1989") or (
        partnership["subject_label"],
        partnership["from"],
    ) == ("Kanagawa", "1989")
