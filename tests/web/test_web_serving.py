import re
import socket
import subprocess
import sys


def test_a_missing_store_is_one_line_and_status_1(tmp_path):
    command = [sys.executable, "-m", "relgraph", "serve", "--store", tmp_path / "nowhere", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no store here" in done.stderr


def test_a_port_that_is_taken_is_one_line_and_status_1(built):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "relgraph", "serve", "--store", built / "store", "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, f"relgraph: 127.0.0.1:{port}: Address already in use\n")


def test_port_0_is_any_that_is_free_and_told(built):
    command = [sys.executable, "-m", "relgraph", "serve", "--store", built / "store", "--port", "0", "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        told = process.stderr.readline()
        process.kill()
    assert int(re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", told)[1]) > 0
