"""Pages are asked for by several readers, on a few releases too."""

import asyncio
import re
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from loading import get, loaded
from serving import distinct, drawn

HERE = Path(__file__).parent


def test_every_kind_of_page_is_measured(synthetic):
    script = [sys.executable, HERE / "serving.py", "--store", synthetic, "--readers", "4", "--few"]
    done = subprocess.run(script, capture_output=True, text=True, check=True)
    rows = re.findall(
        r"^\| ([^|]+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \| [\d,]+ \|", done.stdout, re.MULTILINE
    )
    assert len(rows) == 5
    assert all(int(answers.replace(",", "")) > 0 for _, answers, *_ in rows)
    assert "status 503" in done.stdout
    assert "| `oxigraph serve`, without pages |" in done.stdout


def test_no_entity_comes_twice_and_large_ones_tend_to_come_first():
    weighted = [(f"e{number}", number + 1) for number in range(100)]
    names = distinct(weighted, 50, Random(1))
    assert len(names) == len(set(names)) == 50
    assert sum(int(name[1:]) for name in names) > 50 * 50


def test_readers_ask_for_entities_most_of_the_time():
    paths = [*drawn([("a", 9), ("b", 1)], ["/id/other"], 500, Random(1))]
    assert 400 < sum(path in ("/id/a", "/id/b") for path in paths) < 480


@pytest.mark.parametrize("pieces", [False, True])
def test_each_answer_is_read_to_its_end(pieces):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.send_response(200)
            if pieces:
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                self.wfile.write(b"4\r\nabcd\r\n0\r\n\r\n")
            else:
                self.send_header("Content-Length", "4")
                self.end_headers()
                self.wfile.write(b"abcd")

        def log_message(self, *args):
            """Keep standard error for what tests look at."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        load = asyncio.run(loaded(server.server_port, [get("/", server.server_port)] * 20, 3))
        server.shutdown()
    assert load.statuses == {200: 20}
    assert len(load.times) == 20
