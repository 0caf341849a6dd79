from multiprocessing import active_children

import pytest

from relgraph.errors import DataError
from relgraph.evaluation.gold import Gold
from relgraph.extraction.readers import FirstReader
from relgraph.reading.cores import Cores
from relgraph.reading.many import read_many
from relgraph.review.marks import MarkingReader
from teams import line


class Asking(FirstReader):
    """A reader that asks others, as far as anybody can tell."""

    def __init__(self):
        self.asked = []

    def read(self, release):
        self.asked.append(release.id)
        return super().read(release)


def test_a_release_is_read_as_the_marking_reader_reads_it(many, marking):
    few = many[:8]
    assert [*read_many(few, marking)] == [marking.mark(release) for release in few]
    assert [text for text, _ in read_many(few, marking, keep=line)] == [marking.mark(one)[0].to_json() for one in few]
    assert [*read_many([], marking)] == []


def test_what_became_of_annotations_and_decisions_is_joined_at_the_end(many, marking):
    for _, mark in read_many(many, marking):
        marking.marks.note(mark)
    joined = marking.marked()
    assert (joined.decided, joined.curated, joined.edited) == (2, (), ())
    assert [(one.release, one.why.value) for one in joined.unfit] == [
        ("bw-006", "sentence gone"), ("bw-999", "release gone"), (None, "entity gone")
    ]  # fmt: skip


def test_what_a_team_would_not_be_worth_is_read_here(many, marking):
    read = read_many(many[:3], marking, Cores(2))
    assert [next(read)[0].release.id, active_children(), len([*read])] == ["bw-000", [], 2]


def test_a_reader_that_asks_others_stays_here(many):
    reader = Asking()
    read = [*read_many(many[:3], MarkingReader(reader, {}), Cores(2, worthwhile=0))]
    assert (len(read), reader.asked) == (3, [release.id for release in many[:3]])


def test_an_annotation_that_does_not_hold_comes_after_the_releases_before_it(many):
    wrong = Gold(
        id="bw-002", sha256=many[2].digest, entities=[],
        relations=[{"type": "trade", "subject": "Niemand", "object": "Japan", "evidence": many[2].text[:10]}],
    )  # fmt: skip
    read, came = read_many(many[:4], MarkingReader(FirstReader(), {"bw-002": wrong})), []
    with pytest.raises(DataError, match=r"annotation of bw-002"):
        came.extend(extraction.release.id for extraction, _ in read)
    assert came == ["bw-000", "bw-001"]
