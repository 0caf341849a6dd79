"""What a process takes is all that those take that it started, also where they outlive it."""

import sys

import pytest
from measuring import descendants, in_turn, ran

ORPHAN = """import subprocess, sys
subprocess.Popen([sys.executable, "-c", "x = bytearray(120_000_000)\\nfor _ in range(6_000_000): pass"])"""


def test_a_process_that_outlives_its_parent_is_counted():
    took = ran([sys.executable, "-c", ORPHAN])
    assert took.clock > 0
    assert took.core > 0.05
    assert took.memory > 110


def test_a_command_that_fails_says_why():
    with pytest.raises(SystemExit, match=r"status 3: [\s\S]*so it is"):
        ran([sys.executable, "-c", "import sys; print('so it is', file=sys.stderr); sys.exit(3)"])


def test_patience_runs_out_for_all_that_was_started():
    assert ran([sys.executable, "-c", "import time; time.sleep(60)"], patience=0.1) is None
    assert len(descendants(1)) > 0


def test_calls_are_made_by_turns():
    made = []
    assert in_turn((lambda: made.append("a"), lambda: made.append("b")), 2) == [[None, None], [None, None]]
    assert made == ["a", "b", "a", "b"]
