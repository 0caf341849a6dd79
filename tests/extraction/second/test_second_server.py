import socket

import pytest

from relgraph.errors import FetchError
from relgraph.extraction.second.server import ATTEMPTS, LIMIT, Server, Unanswered

SLOW = 0.5


def failing(status, **headers):
    return lambda handler: headers_of(handler, status, headers)


def headers_of(handler, status, headers):
    handler.send_response(status)
    for name, value in {"Content-Length": "0", **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@pytest.mark.parametrize("ending", ["", "/", "/chat/completions"])
def test_a_request_is_posted_to_the_interface(model_server, ending):
    model_server.answers = ["ja"]
    assert Server(model_server.url + ending).answer(b'{"a": 1}') == "ja"
    assert model_server.paths == ["/v1/chat/completions"]
    assert model_server.requests == [b'{"a": 1}']
    assert "Authorization" not in model_server.headers[0]


def test_the_key_is_sent_as_such(model_server):
    Server(model_server.url, key="geheim").answer(b"{}")
    assert model_server.headers[0]["Authorization"] == "Bearer geheim"


@pytest.mark.parametrize("url", ["localhost:11434/v1", "file:///etc/passwd", "ftp://localhost/", "http://"])
def test_only_http_and_https_are_asked(url):
    with pytest.raises(FetchError):
        Server(url)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_is_busy_is_asked_again(model_server, server_of, waits, status):
    model_server.answers = [failing(status), failing(status, Retry_After="7"), "ja"]
    assert server_of().answer(b"{}") == "ja"
    assert waits == [1, 7]


def test_no_server_may_ask_for_a_long_rest(model_server, server_of, waits):
    model_server.answers = [failing(503, Retry_After="86400"), "ja"]
    server_of().answer(b"{}")
    assert waits == [30]


def test_a_server_that_never_answers_is_an_error(model_server, server_of, waits):
    model_server.answers = [failing(503)]
    with pytest.raises(FetchError, match=r"answers with HTTP status 503 \(Service Unavailable\)") as error:
        server_of().answer(b"{}")
    assert not isinstance(error.value, Unanswered)
    assert len(model_server.requests) == ATTEMPTS
    assert len(waits) == ATTEMPTS - 1


def test_a_port_where_nobody_listens_is_an_error():
    server = Server(f"http://127.0.0.1:{closed_port()}/v1", sleep=lambda seconds: None)
    with pytest.raises(FetchError, match="cannot be asked: "):
        server.answer(b"{}")


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refused_key_address_or_model_is_an_error_at_once(model_server, server_of, status):
    model_server.answers = ["ja", failing(status)]
    server = server_of(key="geheim")
    server.answer(b"{}")
    with pytest.raises(
        FetchError, match=f"status {status} .*is the address, the model's name or the key wrong"
    ) as error:
        server.answer(b"{}")
    assert not isinstance(error.value, Unanswered)
    assert "geheim" not in str(error.value)
    assert len(model_server.requests) == 2


def test_no_redirect_is_followed_so_that_the_key_goes_nowhere_else(model_server, server_of):
    model_server.answers = ["ja", failing(302, Location="http://127.0.0.1:1/"), "ja"]
    server = server_of(key="geheim")
    server.answer(b"{}")
    with pytest.raises(Unanswered, match="302"):
        server.answer(b"{}")
    assert server.answer(b"{}") == "ja"


def test_one_answer_out_of_time_is_missed_and_the_next_is_read(model_server, server_of):
    def slow(handler):
        model_server.stop.wait(20)

    model_server.answers = ["ja"]
    server = server_of(seconds=SLOW)
    server.answer(b"{}")
    model_server.answers = [slow]
    with pytest.raises(Unanswered, match=rf"no whole answer within {SLOW} seconds"):
        server.answer(b"{}")
    model_server.answers = ["ja"]
    assert server.answer(b"{}") == "ja"


def test_an_answer_that_drips_is_out_of_time_too(model_server, server_of):
    def dripping(handler):
        handler.send_response(200)
        handler.end_headers()
        while not model_server.stop.wait(SLOW / 20):
            handler.wfile.write(b" ")

    model_server.answers = ["ja"]
    server = server_of(seconds=SLOW)
    server.answer(b"{}")
    model_server.answers = [dripping]
    with pytest.raises(Unanswered, match="no whole answer within"):
        server.answer(b"{}")


def test_an_answer_that_is_too_large_is_missed(model_server, server_of, waits):
    model_server.answers = ["ja", "x" * (LIMIT + 1)]
    server = server_of()
    server.answer(b"{}")
    with pytest.raises(Unanswered, match="more than the 1 MB"):
        server.answer(b"{}")
    assert waits == []


def test_an_answer_that_is_none_of_the_interface_is_missed(model_server, server_of):
    model_server.answers = [lambda handler: model_server.send(handler, 200, "<html>")]
    with pytest.raises(Unanswered, match="no chat completion"):
        server_of().answer(b"{}")


def test_a_server_that_keeps_failing_is_left_alone(model_server, server_of):
    model_server.answers = ["ja", failing(400)]
    server = server_of()
    server.answer(b"{}")
    for _ in range(3):
        with pytest.raises(Unanswered, match="400"):
            server.answer(b"{}")
    with pytest.raises(Unanswered, match="not asked: 3 requests in a row had failed"):
        server.answer(b"{}")
    assert len(model_server.requests) == 4
