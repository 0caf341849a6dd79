"""Processes that are timed, each as a person starts it, and the machine that they ran on."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

PATIENCE = 1800


@dataclass(frozen=True)
class Ran:
    """What a process took: seconds by the clock and of cores, megabytes at most."""

    clock: float
    core: float
    memory: float


def ran(command, *, patience=PATIENCE, output=subprocess.DEVNULL, **environment):
    """Run a command that must succeed; nothing where patience ran out.

    Raises:
        SystemExit: it failed; its last words are told.
    """
    start = perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        env = os.environ | environment
        process = subprocess.Popen([*map(str, command)], stdout=output, stderr=said, env=env)
        status, usage = _waited(process, start + patience)
        clock = perf_counter() - start
        if status is None:
            return None
        if status:
            said.seek(0)
            sys.exit(f"{' '.join(map(str, command))} ended with status {status}: {said.read()[-2000:]}")
    return Ran(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _waited(process, end):
    """Exit status and usage of a process and those it waited for; no status where it had to be ended."""
    pipe = os.pidfd_open(process.pid)
    try:
        from select import select

        if not select([pipe], [], [], max(0, end - perf_counter()))[0]:
            process.kill()
            process.wait()
            return None, None
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, usage
    finally:
        os.close(pipe)


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
