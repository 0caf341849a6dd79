"""A real scheduler and two worker processes on loopback, one of which dies in the middle."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

import relgraph
from relgraph.errors import FetchError
from relgraph.extraction.readers import FirstReader
from relgraph.reading.cluster import Cluster
from relgraph.reading.many import read_many
from relgraph.resources import folder
from relgraph.review.marks import MarkingReader
from teams import deadly_once, line

SHARED = Path(__file__).parents[1] / "shared"


@contextmanager
def started(command, *arguments, source=Path(relgraph.__file__).parents[1]):
    """A process of Dask's, ended afterwards."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(source), str(SHARED)])}
    line = [sys.executable, "-m", f"distributed.cli.dask_{command}", "--no-dashboard", *map(str, arguments)]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        yield process
        process.kill()


def worker(address, **more):
    return started("worker", address, "--nthreads", 1, "--no-nanny", **more)


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """Address of a scheduler."""
    place = tmp_path_factory.mktemp("dask") / "scheduler.json"
    with started("scheduler", "--host", "127.0.0.1", "--port", 0, "--scheduler-file", place) as process:
        while not (place.exists() and place.read_text()):
            assert process.poll() is None
            time.sleep(0.02)
        yield json.loads(place.read_text())["address"]


def test_the_result_is_the_same_byte_for_byte_though_a_worker_dies(scheduler, many, marking, tmp_path):
    alone = [*read_many(many, marking, keep=line)]
    dying = [*many[:90], many[90].model_copy(update={"url": str(tmp_path / "died")}), *many[91:]]
    with worker(scheduler) as one, worker(scheduler) as other:
        read = [*read_many(dying, marking, Cluster(scheduler), keep=deadly_once)]
        assert [(text.replace(f'"{tmp_path}/died"', "null"), mark) for text, mark in read] == alone
        assert (tmp_path / "died").exists()
        assert [one.poll() is None, other.poll() is None].count(False) == 1


def test_a_worker_that_reads_otherwise_is_told(scheduler, many, tmp_path):
    shutil.copytree(Path(relgraph.__file__).parent, tmp_path / "src" / "relgraph")
    for name in ("data", "ontology"):
        (tmp_path / name).symlink_to(folder(name))
    with (tmp_path / "src" / "relgraph" / "iris.py").open("a") as file:
        file.write("# another version\n")
    with worker(scheduler, source=tmp_path / "src"), pytest.raises(FetchError, match="reads otherwise than here"):
        next(read_many(many, MarkingReader(FirstReader(), {}), Cluster(scheduler)))


def test_a_scheduler_without_workers_or_that_is_not_there_is_told(scheduler, many):
    reader = MarkingReader(FirstReader(), {})
    with pytest.raises(FetchError, match=f"^{scheduler}: the scheduler has no worker"):
        next(read_many(many, reader, Cluster(scheduler, patience=0.1)))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(FetchError, match=f"^{address}: no scheduler answers"):
            next(read_many(many, reader, Cluster(address, patience=0.5)))
    with pytest.raises(FetchError, match=r"^nonsense: no scheduler answers"):
        next(read_many(many, reader, Cluster("nonsense", patience=0.5)))


def test_without_dask_it_is_said_what_to_install(many, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(FetchError, match=r"needs the extra dask: pip install 'relgraph\[dask\]'"):
        [*read_many(many, MarkingReader(FirstReader(), {}), Cluster("tcp://127.0.0.1:1"))]
