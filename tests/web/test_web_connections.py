"""Clients that are slow, silent, wordy or many, over the wire: none holds a place for long, and all are told why."""

import asyncio
import re
import socket
import time
from contextlib import suppress
from threading import Thread

import pytest
import uvicorn

from relgraph.web.connections import Connection
from relgraph.web.headers import HEADERS, SecurityHeaders

LARGE = b"x" * 30_000_000


class Hasty(Connection):
    head_time, body_time, body_rate, reading_time, longest_head, most = 0.5, 0.5, 1_000_000, 0.5, 5_000, 8


async def application(scope, receive, send):
    """Read the body, and tell how long it was; give a large answer to who asks for one."""
    if scope["type"] != "http":
        return
    length, more = 0, True
    while more:
        message = await receive()
        length, more = length + len(message.get("body", b"")), message.get("more_body", False)
    body = LARGE if scope["path"] == "/large" else str(length).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    for start in range(0, len(body), 1 << 20):
        part = body[start : start + (1 << 20)]
        await send({"type": "http.response.body", "body": part, "more_body": start + len(part) < len(body)})


@pytest.fixture(scope="module")
def server():
    config = uvicorn.Config(
        SecurityHeaders(application), port=0, http=Hasty, ws="none", lifespan="off", server_header=False,
        log_level="critical", timeout_keep_alive=1,
    )  # fmt: skip
    made = uvicorn.Server(config)
    thread = Thread(target=lambda: asyncio.run(made.serve()))
    thread.start()
    while not made.started:
        time.sleep(0.01)
    yield made
    made.should_exit = True
    thread.join()


@pytest.fixture
def connected(server):
    """A connection to the server, at which everybody else has hung up."""
    while server.server_state.connections:
        time.sleep(0.01)
    with socket.create_connection(server.servers[0].sockets[0].getsockname(), timeout=30) as made:
        yield made


def said(connection):
    """All that the server says until it hangs up."""
    told = b""
    while part := connection.recv(65536):
        told += part
    return told.decode("latin-1")


def refusal(told):
    """Status of an answer that has all headers of ours, and names no server and no program."""
    head, _, body = told.partition("\r\n\r\n")
    assert {f"{name}: {value}" for name, value in HEADERS.items()} <= set(head.split("\r\n"))
    assert re.fullmatch(r"[A-Za-z ;,.]+\n?", body)
    assert not re.search(r"\n(server|x-powered-by):|uvicorn|python|/relgraph/", told, re.IGNORECASE)
    return int(told.split()[1])


@pytest.mark.parametrize(
    "sent", [b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\nA\x01: b\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\r\n\r\n"]
)
def test_what_is_no_http_is_refused(connected, sent):
    connected.sendall(sent)
    assert refusal(said(connected)) == 400


@pytest.mark.parametrize("end", [b"", b"\r\n\r\n"])
def test_a_head_that_is_too_long_is_refused(connected, end):
    connected.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 6_000 + end)
    assert refusal(said(connected)) == 431


def test_an_address_that_is_too_long_is_refused(connected):
    connected.sendall(b"GET /" + b"x" * 6_000)
    assert refusal(said(connected)) == 431


def test_half_a_request_is_waited_for_only_so_long(connected):
    connected.sendall(b"GET / HTTP/1.1\r\nHo")
    assert refusal(said(connected)) == 408


def test_who_sends_a_byte_from_time_to_time_gains_nothing(connected):
    told = b""
    connected.sendall(b"GET /")
    connected.settimeout(0.05)
    for _ in range(400):
        try:
            connected.sendall(b"x")
            told = connected.recv(65536)
            break
        except TimeoutError:
            continue
    assert refusal(told.decode()) == 408


def test_who_says_nothing_is_hung_up_on(connected):
    assert said(connected) == ""


def test_a_body_that_does_not_come_is_waited_for_only_so_long(connected):
    connected.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
    assert refusal(said(connected)) == 408


def test_a_body_that_takes_its_time_is_read(connected):
    connected.sendall(
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\nConnection: close\r\n\r\n" + b"x" * 1_999_999
    )
    time.sleep(0.7)  # longer than a short one may take
    connected.sendall(b"x")
    assert said(connected).endswith("\r\n\r\n2000000")


def test_who_does_not_read_the_answer_is_hung_up_on(server, connected):
    connected.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
    connected.recv(1, socket.MSG_PEEK)  # the answer has begun, so the server knows of the connection
    while server.server_state.connections:
        time.sleep(0.01)
    taken = 0
    with suppress(ConnectionResetError):
        while part := connected.recv(1 << 20):
            taken += len(part)
    assert taken < len(LARGE)


def test_requests_one_after_the_other_over_one_connection(connected):
    for _ in range(3):
        connected.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")
        told = b""
        while not told.endswith(b"\r\n\r\n3"):
            told += connected.recv(65536)
        time.sleep(0.3)
    connected.sendall(b"GET / HTTP/1.1\r\nHo")
    assert refusal(said(connected)) == 408


def test_too_many_connections_are_told_to_come_again(server, connected):
    place = connected.getpeername()
    others = [socket.create_connection(place, timeout=30) for _ in range(Hasty.most)]
    told = [said(one) for one in others]
    for one in others:
        one.close()
    assert [refusal(one) for one in told if one] == [503]
    assert "Retry-After: 10" in next(one for one in told if one)
