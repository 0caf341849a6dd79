import pytest
from starlette.requests import Request

from relgraph.web.linked import alternates, fresh, respond, tag
from relgraph.web.shelf import Answer


def request(**headers):
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": named})


def test_a_tag_changes_with_all_that_makes_an_answer():
    assert len({tag("g1", "de", "html"), tag("g2", "de", "html"), tag("g1", "en", "html"), tag("g1", "de", "ttl")}) == 4
    assert tag("g1", "de", "html") == tag("g1", "de", "html")


@pytest.mark.parametrize("header", ['W/"a"', '"x", W/"a"', "*"])
def test_what_a_client_has_is_still_good(header):
    assert fresh(request(if_none_match=header), 'W/"a"')


@pytest.mark.parametrize("header", ["", 'W/"b"', "a"])
def test_what_a_client_has_is_old(header):
    assert not fresh(request(if_none_match=header), 'W/"a"')


def test_an_answer_goes_compressed_only_to_who_can_unpack():
    answer = Answer.of("text/plain", b"text " * 500)
    assert respond(request(accept_encoding="gzip, br"), answer, None).headers["content-encoding"] == "gzip"
    assert respond(request(), answer, None).body == b"text " * 500


def test_other_forms_are_linked():
    assert '</id/x.ttl>; rel="alternate"; type="text/turtle"' in alternates("/id/x")
