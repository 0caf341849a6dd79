"""`oxigraph serve` on a free loopback port, for as long as a test needs it."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

OXIGRAPH = Path(sys.executable).with_name("oxigraph")


@contextmanager
def running_server(folder, nquads):
    """Load the quads, serve them read-only, and give the address of the endpoint."""
    source = folder / "data.nq"
    source.write_text("".join(f"{line}\n" for line in nquads), encoding="utf-8")
    database = folder / "database"
    load = [OXIGRAPH, "load", "--location", database, "--file", source]
    subprocess.run(load, check=True, capture_output=True)
    port = free_port()
    serve = [OXIGRAPH, "serve-read-only", "--location", database, "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            process.kill()


def free_port():
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process):
    for _ in range(600):
        if process.poll() is not None:
            raise AssertionError(f"the server ended with status {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not listen")
