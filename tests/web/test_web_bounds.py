"""How much a request may send."""

import socket

import pytest

from relgraph.web.bounds import LARGEST_BODY, LONGEST_ADDRESS


@pytest.mark.parametrize("path", ["/search", "/ask", "/api/entities", "/explore", "/nowhere"])
def test_an_address_that_is_too_long_is_refused(client, path):
    answer = client.get(path, params={"q": "x" * LONGEST_ADDRESS})
    assert (answer.status_code, answer.text) == (414, "The address is too long.\n")


@pytest.mark.parametrize("path", ["/brief", "/sparql", "/api/entities"])
def test_an_address_with_bytes_that_are_no_signs_is_refused(client, path):
    host, port = client.base_url.host, client.base_url.port
    with socket.create_connection((host, port), timeout=60) as line:
        line.sendall(f"GET {path}?about=".encode() + b"\xf4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"Internal" not in answer


@pytest.mark.parametrize("path", ["/explore/part", "/explore/stated"])
def test_a_body_that_is_too_large_is_refused(client, path):
    def parts():
        yield b'{"new": ["'
        for _ in range(LARGEST_BODY // 65536 + 1):
            yield b"x" * 65536

    assert client.post(path, content=parts(), headers={"Content-Type": "application/json"}).status_code == 413
    assert client.post(path, content=b"{" + b" " * LARGEST_BODY).status_code in (413, 422)


def test_a_question_in_sparql_may_be_as_long_as_the_endpoint_takes(client):
    assert client.get("/sparql", params={"query": "ASK {} #" + "x" * 60_000}).status_code == 200


def test_what_breaks_down_has_the_headers_too_and_tells_nothing():
    import asyncio

    from starlette.applications import Starlette
    from starlette.routing import Route

    from relgraph.web.headers import HEADERS, SecurityHeaders

    def broken(request):
        raise RuntimeError("a secret in /tmp/place")

    told = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        told.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b"", "headers": []}
    with pytest.raises(RuntimeError):
        asyncio.run(SecurityHeaders(Starlette(routes=[Route("/", broken)]))(scope, receive, send))
    start, body = told
    assert start["status"] == 500
    assert {name.lower().encode() for name in HEADERS} <= {name for name, _ in start["headers"]}
    assert b"secret" not in body["body"]
