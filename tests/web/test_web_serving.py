import subprocess
import sys


def test_a_missing_store_is_one_line_and_status_1(tmp_path):
    command = [sys.executable, "-m", "relgraph", "serve", "--store", tmp_path / "nowhere", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no store here" in done.stderr
