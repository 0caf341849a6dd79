"""SPARQL servers that tests start on loopback ports, each with a folder of its own, and stop again."""

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
VIRTUOSO = "virtuoso-t"
# Few buffers, so that it starts within seconds; no checkpoints, for nothing outlives it; loopback only
_VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 4
CheckpointInterval = 0
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DirsAllowed = .
ThreadsPerQuery = 1
CaseMode = 2
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 4
MaxClientConnections = 4
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 100000
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@contextmanager
def oxigraph(*arguments):
    """The address of an empty `oxigraph serve` in memory."""
    port = free_port()
    with _running([OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}", *arguments], port):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(folder, sql=None, buffers=2000):
    """The address of an empty Virtuoso, with the name and password that it has when it is new.

    `sql` is the port for its own protocol, if somebody is to know; a buffer holds 8 kB.
    """
    http = free_port()
    settings = _VIRTUOSO.format(sql=sql or free_port(), http=http, buffers=buffers, dirty=buffers * 6 // 10)
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    with _running([shutil.which(VIRTUOSO), "+foreground", "+configfile", "virtuoso.ini"], http, folder):
        yield f"http://dba:dba@127.0.0.1:{http}/sparql-auth"


@contextmanager
def _running(command, port, folder=None):
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield
        finally:
            process.kill()


def _wait_for(port, process):
    for _ in range(1200):
        if process.poll() is not None:
            raise AssertionError(f"the server ended with status {process.returncode}")
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=10):
                return
        except OSError as error:
            if "refused" not in str(error).lower():
                return  # it answers, if only that there is nothing here
            time.sleep(0.05)
    raise AssertionError("the server does not listen")
