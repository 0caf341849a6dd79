import os
import signal
from itertools import islice
from multiprocessing import active_children, forkserver

import pytest

from relgraph.errors import DataError, ReleaseError
from relgraph.evaluation.gold import Gold
from relgraph.extraction.readers import FirstReader
from relgraph.model import Release
from relgraph.reading.chunk import RELEASES
from relgraph.reading.cores import Cores
from relgraph.reading.many import read_many
from relgraph.review.marks import MarkingReader
from teams import deadly, deadly_once, line

TEAM = Cores(2, worthwhile=0)


def test_the_result_is_the_same_byte_for_byte_though_workers_are_killed(many, marking, tmp_path):
    before, alone = forkserver._forkserver._forkserver_pid, [*read_many(many, marking, keep=line)]
    dying = [*many[:90], many[90].model_copy(update={"url": str(tmp_path / "died")}), *many[91:]]
    read = read_many(dying, marking, TEAM, keep=deadly_once)
    first = next(read)
    os.kill(active_children()[0].pid, signal.SIGKILL)
    rest = [(text.replace(f'"{tmp_path}/died"', "null"), mark) for text, mark in read]
    assert [first, *rest] == alone
    assert (tmp_path / "died").exists()
    assert active_children() == []
    assert forkserver._forkserver._forkserver_pid == before  # nor is there what they came from, but that of others


def test_a_release_that_ends_whoever_reads_it_is_named_after_those_before_it(many):
    deadly_one = Release(id="bw-deadly", title="deadly", text="Bayern arbeitet mit Japan zusammen.")
    read, came = (
        read_many([*many[:3], deadly_one, *many[3:20]], MarkingReader(FirstReader(), {}), TEAM, keep=deadly),
        [],
    )
    with pytest.raises(ReleaseError, match=r"^bw-deadly: whoever reads it breaks down each time"):
        came.extend(read)
    assert len(came) == 3


def test_an_error_of_a_worker_is_raised_here_after_what_came_before_it(many):
    wrong = Gold(id="bw-002", sha256=many[2].digest, relations=[
        {"type": "trade", "subject": "Niemand", "object": "Japan", "evidence": many[2].text[:10]}
    ])  # fmt: skip
    read, came = read_many(many[:20], MarkingReader(FirstReader(), {"bw-002": wrong}), TEAM, keep=line), []
    with pytest.raises(DataError, match="annotation of bw-002: 'Niemand' is none of its entities"):
        came.extend(read)
    assert len(came) == 2


def test_releases_are_taken_as_they_are_needed(many):
    taken = []

    def without_end():
        while True:
            taken.append(many[len(taken) % len(many)])
            yield taken[-1]

    read = read_many(without_end(), MarkingReader(FirstReader(), {}), TEAM, keep=line)
    assert len([*islice(read, 100)]) == 100
    read.close()
    assert len(taken) <= 100 + RELEASES * 10
    assert active_children() == []
