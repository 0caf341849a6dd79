"""Processes that are timed, each as a person starts it, and the machine that they ran on."""

import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from select import select
from time import perf_counter

PATIENCE = 7200
PAUSE = 0.3  # seconds between two looks at how much memory is held


@dataclass(frozen=True)
class Ran:
    """What a process and those it started took: seconds by the clock and of cores, megabytes of all at once at most."""

    clock: float
    core: float
    memory: float


def ran(command, *, patience=PATIENCE, output=subprocess.DEVNULL):
    """Run a command that must succeed; nothing where patience ran out.

    Raises:
        SystemExit: it failed; its last words are told.
    """
    start = perf_counter()
    reaper = [sys.executable, "-S", "-E", Path(__file__).with_name("reaper.py")]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([*map(str, (*reaper, *command))], stdout=output, stderr=said)
        memory = _watched(process, start + patience)
        if memory is None:
            return None
        _, status, usage = os.wait4(process.pid, 0)
        clock = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(map(str, command))} ended with status {process.returncode}: {said.read()[-2000:]}")
    return Ran(clock, usage.ru_utime + usage.ru_stime, max(memory, usage.ru_maxrss / 1024))


def _watched(process, end):
    """Most megabytes that a process and its descendants had at once, when it has ended; nothing where it had to be."""
    most, pidfd = 0.0, os.pidfd_open(process.pid)
    try:
        while not select([pidfd], [], [], PAUSE)[0]:
            mine = descendants(process.pid)
            most = max(most, sum(map(_held, mine)))
            if perf_counter() > end:
                for pid in sorted(mine, reverse=True):
                    with suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                process.wait()
                return None
    finally:
        os.close(pidfd)
    return most


def descendants(pid):
    """A process and all that it started and they started."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    mine = {pid}
    while more := {one for one, parent in parents.items() if parent in mine} - mine:
        mine |= more
    return mine


def _held(pid):
    """Megabytes of a process, what several share divided among them."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024
    return 0.0


def relgraph(*arguments, **how):
    """A command of relgraph, timed."""
    return ran([sys.executable, "-m", "relgraph", *arguments], **how)


def script(name, *arguments):
    """What a script of this folder tells, read as JSON."""
    command = [sys.executable, Path(__file__).with_name(f"{name}.py"), *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def in_turn(calls, turns):
    """What each of the calls gives, by turns, so that what else runs on the machine disturbs all alike."""
    taken = [[] for _ in calls]
    for _ in range(turns):
        for held, call in zip(taken, calls, strict=True):
            held.append(call())
    return taken


def machine():
    """What was measured on, in words."""
    models = [
        line.partition(": ")[2] for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    ]
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{os.cpu_count()} cores ({models[0].strip() if models else platform.machine()}), load {load}, "
        f"Python {platform.python_version()}"
    )
