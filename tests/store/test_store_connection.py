"""What a server's refusals lead to: another try, or an error in one line."""

from base64 import b64encode

import pytest

from relgraph.errors import QueryError, StoreError
from relgraph.store.address import read_address
from relgraph.store.connection import TRIES, Connection

YES = (200, {}, b'{"head": {}, "boolean": true}')
DONE = (204, {}, b"")
BUSY = (503, {}, b"busy")
CHANGE = "INSERT DATA { <http://a/s> <http://a/p> <http://a/o> }"


def connected(url, pause=0.001):
    return Connection(read_address(url), pause=pause)


def ask(connection):
    return connection.ask("ASK {}", "ASK", "json", {}) == YES[2]


@pytest.mark.parametrize("before", [[BUSY], [BUSY, (429, {}, b"")], [None], [(503, {"Retry-After": "0"}, b""), None]])
def test_who_is_busy_or_hangs_up_is_asked_again(scripted, before):
    server = scripted(*before, YES)
    assert ask(connected(server.url))
    assert len(server.asked) == len(before) + 1


def test_in_the_end_it_is_said_that_the_server_is_busy(scripted):
    server = scripted(BUSY)
    with pytest.raises(StoreError, match=r"HTTP status 503: busy"):
        ask(connected(server.url))
    assert len(server.asked) == TRIES


def test_who_asks_for_more_patience_than_there_is_is_not_asked_again(scripted):
    server = scripted((503, {"Retry-After": "3600"}, b""))
    with pytest.raises(StoreError, match="tried again after 3600 seconds"):
        ask(connected(server.url))
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [404, 500, 502, 504])
def test_other_refusals_are_not_tried_again(scripted, status):
    server = scripted((status, {}, b""), YES)
    with pytest.raises(StoreError, match=f"HTTP status {status}"):
        ask(connected(server.url))
    assert len(server.asked) == 1


@pytest.mark.parametrize("answer", [None, BUSY])
def test_an_update_that_may_have_been_done_is_tried_again_only_if_it_may_be_done_twice(scripted, answer):
    server = scripted(answer, DONE)
    with pytest.raises(StoreError):
        connected(server.url).update(CHANGE, again=False)
    assert len(server.asked) == 1
    server = scripted(answer, DONE)
    connected(server.url).update(CHANGE, again=True)
    assert len(server.asked) == 2


def test_an_update_that_was_put_off_is_tried_again(scripted):
    server = scripted((429, {}, b""), DONE)
    connected(server.url).update(CHANGE, again=False)
    assert len(server.asked) == 2
    assert {asked.path for asked in server.asked} == {"/update"}


def test_a_malformed_update_is_the_update_s_fault(scripted):
    server = scripted((400, {}, b"line 1: no such word"))
    with pytest.raises(QueryError, match=r"refused by http://127.*/update: line 1: no such word"):
        connected(server.url).update("INSERT NOTHING", again=True)


def test_a_redirection_is_told_and_not_followed(scripted, monkeypatch):
    monkeypatch.setenv("RELGRAPH_STORE_TOKEN", "geheim")
    other = scripted(YES)
    server = scripted((302, {"Location": other.url}, b""))
    with pytest.raises(StoreError, match=f"status 302; it leads on to {other.url}"):
        ask(connected(server.url))
    assert not other.asked


def test_a_page_in_answer_is_told_by_its_text(scripted):
    page = (
        b"<html><head><title>Error</title><style>p { color: red }</style></head><body><p>no<br>store</p></body></html>"
    )
    server = scripted((500, {"Content-Type": "text/html"}, page))
    with pytest.raises(StoreError, match=r"HTTP status 500: no store$"):
        ask(connected(server.url))


def test_an_answer_that_ends_early_is_none(scripted):
    server = scripted((200, {"Content-Length": "1000"}, b"<http://a/s> <http://a/p> <http://a/o> ."))
    with pytest.raises(StoreError, match="IncompleteRead"):
        ask(connected(server.url))


@pytest.mark.parametrize("header", ["X-SPARQL-MaxRows", "X-SQL-State"])
def test_an_answer_that_was_cut_is_none(scripted, header):
    server = scripted((200, {header: "10000"}, YES[2]))
    with pytest.raises(StoreError, match=rf"cuts its answer at a .* \({header}: 10000\)"):
        ask(connected(server.url))
    assert len(server.asked) == 1


def test_a_token_is_shown_at_once(scripted, monkeypatch):
    monkeypatch.setenv("RELGRAPH_STORE_TOKEN", "geheim")
    server = scripted(YES)
    assert ask(connected(server.url))
    assert [asked.headers["Authorization"] for asked in server.asked] == ["Bearer geheim"]


def signed(server):
    return [asked.headers.get("Authorization") for asked in server.asked]


def test_a_password_is_shown_to_who_asks_for_it_and_then_at_once(scripted):
    server = scripted((401, {"WWW-Authenticate": 'Basic realm="graph"'}, b""), YES)
    store = connected(server.url.replace("//", "//eva:geheim@"))
    assert ask(store)
    assert ask(store)
    shown = "Basic " + b64encode(b"eva:geheim").decode()
    assert signed(server) == [None, shown, shown]


def test_nobody_who_does_not_ask_is_shown_a_password(scripted):
    server = scripted(YES)
    assert ask(connected(server.url.replace("//", "//eva:geheim@")))
    assert signed(server) == [None]


DIGEST = 'Digest realm="SPARQL", domain="/", nonce="{}", opaque="5e", stale="false", qop="auth", algorithm="MD5"'


def test_a_digest_is_preferred_and_shown_at_once_until_its_number_is_used_up(scripted):
    server = scripted((401, {"WWW-Authenticate": DIGEST.format("one")}, b""), YES)
    store = connected(server.url.replace("//", "//eva:geheim@"))
    assert ask(store)
    server.answers = [(401, {"WWW-Authenticate": DIGEST.format("two")}, b""), YES]
    assert ask(store)
    first, *shown = signed(server)
    assert first is None
    assert all(value.startswith('Digest username="eva", realm="SPARQL", nonce="') for value in shown)
    assert ["one" in value for value in shown] == [True, True, False]
    assert not any("geheim" in value for value in shown)


@pytest.mark.parametrize("challenge", ['Basic realm="graph"', DIGEST.format("one"), "Negotiate", 'Digest realm="a"'])
def test_a_wrong_password_is_not_shown_for_ever(scripted, challenge):
    server = scripted((401, {"WWW-Authenticate": challenge}, b"who?"))
    store = connected(server.url.replace("//", "//eva:geheim@"))
    with pytest.raises(StoreError, match=r"HTTP status 401: who\?; RELGRAPH_STORE_USER") as caught:
        ask(store)
    assert "geheim" not in str(caught.value)
    assert len(server.asked) <= 3
