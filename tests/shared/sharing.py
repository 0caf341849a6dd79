"""What all processes that test beside each other share: the first that needs it makes it, the last one ends it."""

import fcntl
import os
import signal
import socket
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from servers import free_port


def common(tmp_path_factory):
    """The folder of all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def made_once(folder, name, make):
    """What `make` makes at a place in the folder, made by whoever comes first."""
    with _locked(folder / f"{name}.lock"):
        if not (folder / f"{name}.done").exists():
            make(folder / name)
            (folder / f"{name}.done").touch()
    return folder / name


@contextmanager
def served(store, *options):
    """Address of `relgraph serve` on a store, for whoever asks alone."""
    pid, port = _started(store, options)
    try:
        _wait_for(pid, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        _end(pid)


@contextmanager
def served_to_all(folder, name, store, *options):
    """Address of one `relgraph serve` for all processes that share the folder."""
    told = folder / f"{name}.address"
    with (folder / f"{name}.users").open("a") as users:
        with _locked(folder / f"{name}.lock"):
            if _is_last(users):  # the first, as well
                pid, port = _started(store, options)
                told.write_text(f"{pid} {port}")
                _wait_for(pid, port)
            fcntl.flock(users, fcntl.LOCK_SH)
        pid, port = map(int, told.read_text().split())
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            with _locked(folder / f"{name}.lock"):
                if _is_last(users):
                    _end(pid)


@contextmanager
def _locked(path):
    with path.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_last(users):
    """Whether nobody else holds the file."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _started(store, options):
    """A server process that outlives whoever starts it, if need be, and its port."""
    port = free_port()
    command = [sys.executable, "-m", "relgraph", "serve", "--store", str(store), "--port", str(port)]
    given = [*command, "--workers", "1", "--ahead", "0", *map(str, options)]
    nowhere = [(os.POSIX_SPAWN_OPEN, end, os.devnull, os.O_RDWR, 0) for end in (0, 1, 2)]
    return os.posix_spawn(given[0], given, os.environ, file_actions=nowhere), port


def _wait_for(pid, port):
    for _ in range(3000):
        assert _runs(pid), "the server ended"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not listen")


def _end(pid):
    os.kill(pid, signal.SIGTERM)
    for _ in range(1200):  # on a busy machine its processes take a while to end
        if not _runs(pid):
            return
        time.sleep(0.05)
    raise AssertionError("the server does not end")


def _runs(pid):
    """Whether a process is there and has not ended; one of ours that has is let go."""
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:  # somebody else's
        pass
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
