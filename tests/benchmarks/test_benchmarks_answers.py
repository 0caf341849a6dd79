"""Every command that is timed runs, on a few releases too."""

import re
import subprocess
import sys
from pathlib import Path

from relgraph.cli.group import COMMANDS

HERE = Path(__file__).parent


def test_every_command_is_timed():
    script = [sys.executable, HERE / "answers.py", "--releases", "60", "--print"]
    done = subprocess.run(script, capture_output=True, text=True, check=True)
    rows = re.findall(r"^\| `(\w+).*` \| ([\d.]+) \| ([\d.]+) \| ([\d,]+) \|$", done.stdout, re.MULTILINE)
    assert {name for name, *_ in rows} <= set(COMMANDS)
    assert len(rows) == 11
    assert all(float(clock) > 0 < float(core) for _, clock, core, _ in rows)


def test_the_page_has_a_place_for_them():
    code = "from answers import BEGIN, END, PAGE; t = PAGE.read_text(); print(t.count(BEGIN), t.count(END))"
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert done.stdout == "1 1\n"
