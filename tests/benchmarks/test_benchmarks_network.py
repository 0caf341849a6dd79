"""The benchmark measures something; what it measures is no matter of a test."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("network.py")


@pytest.mark.parametrize("subject", ["relgraph", "networkx"])
def test_each_measure_finds_the_groups(subject):
    command = [sys.executable, SCRIPT, "--measure", subject, "--nodes", "1000", "--edges", "5000"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert found["seconds"] > 0
    assert found["modularity"] > 0.5
