import pytest
from starlette.requests import Request

from relgraph.web.protocol.refusing import Refused
from relgraph.web.protocol.tokens import check_writer, digest, is_loopback
from relgraph.web.settings import Settings

OPEN = Settings("store", updates=True)
CLOSED = Settings("store", updates=True, token=digest("geheim!"))


def asked(**headers):
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": raw})


@pytest.mark.parametrize(
    "header", ["Bearer geheim!", "bearer  geheim! ", "Basic OmdlaGVpbSE=", "Basic aWNoOmdlaGVpbSE="]
)
def test_who_has_the_token_may_write(header):
    check_writer(asked(authorization=header), CLOSED)


@pytest.mark.parametrize(
    ("header", "status"),
    [("", 401), ("Bearer", 401), ("Digest x", 401), ("Basic ***", 401), ("Bearer geheim", 403),
     ("Bearer geheim!!", 403), ("Bearer gehäim!", 403), ("Basic Z2VoZWltITo=", 403)],
)  # fmt: skip
def test_who_has_none_or_another_may_not(header, status):
    with pytest.raises(Refused) as raised:
        check_writer(asked(authorization=header), CLOSED)
    assert raised.value.status == status
    assert ("WWW-Authenticate" in raised.value.headers) == (status == 401)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_without_a_token_programs_on_this_machine_may_write(host):
    check_writer(asked(host=host), OPEN)
    check_writer(asked(host=host, origin=f"http://{host}", sec_fetch_site="same-origin"), OPEN)


@pytest.mark.parametrize(
    "headers",
    [{"host": "localhost:8000", "origin": "https://example.org"}, {"host": "localhost:8000", "origin": "null"},
     {"host": "localhost:8000", "sec_fetch_site": "cross-site"}, {"host": "rebound.example.org:8000"}, {}],
)  # fmt: skip
def test_without_a_token_pages_of_other_hosts_may_not(headers):
    with pytest.raises(Refused, match="only programs on this machine"):
        check_writer(asked(**headers), OPEN)


def test_a_server_that_was_told_nothing_is_read_only():
    with pytest.raises(Refused, match="read-only"):
        check_writer(asked(host="localhost"), Settings("store"))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "example.org", "10.0.0.1", "localhost.example.org", ""])
def test_only_this_machine_is_this_machine(host):
    assert not is_loopback(host)


@pytest.mark.parametrize("token", ["", "zwei Worte", "käse", "a\nb"])
def test_a_token_is_a_word_that_a_header_can_hold(token):
    with pytest.raises(ValueError, match="a word of ASCII"):
        digest(token)
