import gzip
import os
import subprocess
import sys
import tracemalloc
import zlib

import pytest

from relgraph.errors import FetchError
from relgraph.releases.sources.addresses import target_of
from relgraph.releases.sources.transport import AGENT, Patience, Unreachable, ask

LOOPBACK = ["127.0.0.1"]


def get(site, path, limit=1_000_000, **patience):
    return ask(target_of(site.url + path), LOOPBACK, {}, limit=limit, patience=Patience(**patience))


def test_an_answer_has_status_headers_and_body(site):
    site.pages["/a.html"] = "Präfektur"
    answer = get(site, "/a.html")
    assert (answer.status, answer.body.decode()) == (200, "Präfektur")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    sent = site.headers["/a.html"][0]
    assert (sent["Host"], sent["User-Agent"]) == (f"localhost:{site.port}", AGENT)


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("X-Gzip", gzip.compress)]
)
def test_packed_answers_are_unpacked(site, answering, encoding, pack):
    site.pages["/a"] = answering(200, pack(b"Land" * 1000), Content_Encoding=encoding)
    assert get(site, "/a").body == b"Land" * 1000


def test_a_bomb_is_given_up_before_it_fills_the_memory(site, answering):
    site.pages["/a"] = answering(200, gzip.compress(bytes(200_000_000)), Content_Encoding="gzip")
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="more than the 1 MB"):
            get(site, "/a")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd", "gzip,gzip,gzip,gzip"])
def test_packings_that_were_not_asked_for_are_refused(site, answering, encoding):
    site.pages["/a"] = answering(200, b"x", Content_Encoding=encoding)
    with pytest.raises(FetchError, match="not asked for"):
        get(site, "/a")


def test_a_declared_length_is_believed_before_a_byte_is_read(site):
    def boast(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(10**15))
        handler.end_headers()
        site.stop.wait(30)

    site.pages["/a"] = boast
    with pytest.raises(FetchError, match="more than the 1 MB"):
        get(site, "/a")


def test_an_endless_stream_is_cut_at_the_limit(site):
    def flood(handler):
        handler.send_response(200)
        handler.end_headers()
        while not site.stop.is_set():
            handler.wfile.write(b"x" * 65_536)

    site.pages["/a"] = flood
    with pytest.raises(FetchError, match="more than the 1 MB"):
        get(site, "/a")


@pytest.mark.parametrize("begin", [b"", b"HTTP/1.0 200 OK\r\nX-Long: ", b"HTTP/1.0 200 OK\r\n\r\n"])
def test_a_server_that_drips_is_left_when_the_time_is_over(site, begin):
    def drip(handler):
        handler.wfile.write(begin)
        while not site.stop.wait(0.02):
            handler.wfile.write(b"x")

    site.pages["/a"] = drip
    with pytest.raises(Unreachable, match=r"no whole answer within 0\.3 seconds"):
        get(site, "/a", whole=0.3)


def test_a_server_that_keeps_silent_is_left(site):
    site.pages["/a"] = lambda handler: site.stop.wait(30)
    with pytest.raises(Unreachable, match="timed out"):
        get(site, "/a", silence=0.1)


def test_an_answer_that_breaks_off_is_no_answer(site):
    def break_off(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")

    site.pages["/a"] = break_off
    with pytest.raises(Unreachable, match="IncompleteRead"):
        get(site, "/a")


@pytest.mark.parametrize(
    "said",
    [
        b"garbage\r\n\r\n",
        b"HTTP/1.0 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n",
        b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_what_is_no_http_is_an_error_of_ours(site, said):
    site.pages["/a"] = lambda handler: handler.wfile.write(said)
    with pytest.raises(Unreachable, match="cannot be asked"):
        get(site, "/a")


def test_a_port_where_nobody_listens_is_named(site):
    with pytest.raises(Unreachable, match="refused"):
        ask(target_of("http://localhost:1/"), LOOPBACK, {}, limit=9, patience=Patience())


def test_the_next_address_is_tried_where_one_does_not_answer(site):
    site.pages["/a"] = "da"
    target = target_of(f"{site.url}/a")
    assert ask(target, ["127.0.0.9", *LOOPBACK], {}, limit=9, patience=Patience()).body == b"da"


SECURE = """
import http.server, ssl, threading
from relgraph.releases.sources.addresses import target_of
from relgraph.releases.sources.transport import Patience, ask
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(self.headers["Host"].encode())
    def log_message(self, *args): pass
class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *args): pass
server = Server(("127.0.0.1", 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); context.load_cert_chain("cert.pem", "key.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
for host in ("presse.example", "andere.example"):
    try:
        target = target_of(f"https://{host}:{server.server_port}/")
        print(ask(target, ["127.0.0.1"], {}, limit=99, patience=Patience()).body.decode())
    except OSError as error:
        print(error)
"""


def test_a_certificate_has_to_be_that_of_the_host_and_not_of_the_address(tmp_path):
    request = (
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=x -keyout key.pem -out cert.pem"
    )
    subprocess.run(
        ["openssl", *request.split(), "-addext", "subjectAltName=DNS:presse.example"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    trusted = os.environ | {"SSL_CERT_FILE": str(tmp_path / "cert.pem")}
    expected = [(trusted, "presse.example:", "doesn't match"), (os.environ, "self-signed", "VERIFY_FAILED")]
    for environment, first, second in expected:
        done = subprocess.run(
            [sys.executable, "-c", SECURE], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        lines = done.stdout.splitlines()
        assert first in lines[0].replace("self signed", "self-signed"), done.stdout
        assert second in lines[1], done.stdout
