import pytest

from relgraph.errors import FetchError
from relgraph.releases.sources.kinds import charset_of, suffix_of

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("said", "body", "suffix"),
    [
        ("text/html; charset=utf-8", b"<p>Land</p>", ".html"),
        ("application/xhtml+xml", b'<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC "-">', ".html"),
        ("text/plain", b"\xef\xbb\xbf<!DOCTYPE html>", ".html"),
        ("text/plain;charset=iso-8859-1", b"Land", ".txt"),
        ("application/pdf", b"%PDF-1.4", ".pdf"),
        ("text/html", b"%PDF-1.4", ".pdf"),
        ("application/octet-stream", b"%PDF-1.4", ".pdf"),
        ("", b"<html>", ".html"),
        ("text/xml", b"<html xmlns='http://www.w3.org/1999/xhtml'>", ".html"),
    ],
)
def test_a_body_is_what_it_begins_with_or_else_what_the_server_says(said, body, suffix):
    assert suffix_of(body, {"content-type": said}, URL) == suffix


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("image/png", b"\x89PNG"), ("application/zip", b"PK"), ("", b"PK"), ("application/octet-stream", b"x"),
        ("text/xml", b"<sitemap/>"), ("application/json", b"{}"), ("image/svg+xml", b"<html>"),
    ],
)  # fmt: skip
def test_what_is_no_release(said, body):
    with pytest.raises(FetchError, match="no release that can be read"):
        suffix_of(body, {"content-type": said}, URL)


def test_a_page_is_no_larger_than_reading_takes():
    with pytest.raises(FetchError, match=r"5\.0 MB, more than the 5 MB of a \.html"):
        suffix_of(b"<html>" + b" " * 5_000_000, {}, URL)


def test_no_charset_is_none():
    assert charset_of({}) is None
    assert charset_of({"content-type": "text/html"}) is None
