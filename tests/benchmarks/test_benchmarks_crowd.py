"""A few users are let at a server for a moment, and what must not be is told."""

import re
import subprocess
import sys
from pathlib import Path

from crowd import Crowd, grown, kinds

HERE = Path(__file__).parent


def test_a_server_bears_a_small_crowd(synthetic):
    given = ["--seconds", "6", "--users", "12", "--pause", "0.5", "--limit", "1", "--workers", "1", "--ahead", "0"]
    given += ["--latest", "60"]  # a machine that tests is busy
    script = [sys.executable, HERE / "crowd.py", "--store", synthetic, "--stopped", "1", *given]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    rows = dict(re.findall(r"^\| ([^|]+) \| (\d+) \|", done.stdout, re.MULTILINE))
    assert rows.keys() == kinds().keys()
    assert sum(int(number) > 0 for number in rows.values()) >= 3
    assert "Memory of all processes over time" in done.stdout


def test_what_must_not_be_is_told():
    class Given:
        seconds, limit, users, pause, stopped, latest = 0, 1, 1, 1, 0.05, 5

    crowd = Crowd(0, ["/"], Given)
    crowd.kinds["pages"].note(500, 0.1, b"GET /")
    crowd.kinds["SPARQL, heavy"].note(200, 9, b"GET /sparql")
    for _ in range(20):
        crowd.kinds["REST"].note(503, 1, b"GET /api")
    assert [*crowd.faults()] == [
        "pages: status 500 1 times, as for b'GET /'",
        "SPARQL, heavy: status 200 1 times, as for b'GET /sparql'",
        "REST: 20 of 20 were stopped at a limit",
        "a heavy question took 9.0 s, limit 1 s",
    ]


def test_growth_is_told_and_what_comes_and_goes_is_not():
    still = [(500 + 20 * (number % 3), 12, 200) for number in range(40)]
    assert [*grown(still, 64)] == []
    leaking = [(500 + 20 * number, 12, 200 + 10 * number) for number in range(40)]
    told = [*grown(leaking, 64)]
    assert ["megabytes" in told[0], "files" in told[1]] == [True, True]
