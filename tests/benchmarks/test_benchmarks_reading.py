"""The benchmark measures something; what it measures is no matter of a test."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("reading.py")


@pytest.mark.parametrize(
    ("measure", "subject", "keys"),
    [
        ("speed", "relgraph", {"load", "read", "texts", "characters", "peak"}),
        ("memory", "3", {"peak"}),
        ("command", "3", {"peak"}),
    ],
)
def test_each_measure_is_a_number_above_nothing(measure, subject, keys):
    done = subprocess.run(
        [sys.executable, SCRIPT, "--measure", measure, subject], capture_output=True, text=True, check=True
    )
    result = json.loads(done.stdout)
    assert result.keys() == keys
    assert all(value > 0 for value in result.values())
