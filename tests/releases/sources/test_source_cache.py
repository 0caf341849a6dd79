import pytest

from relgraph.releases.sources.cache import Cache, conditions
from relgraph.releases.sources.transport import Answer

URL = "https://example.org/a"
ANSWER = Answer(200, {"etag": '"1"', "content-type": "text/html", "set-cookie": "id=1"}, b"Seite")


def test_an_answer_is_kept_with_what_is_needed_to_ask_again(tmp_path):
    Cache(tmp_path / "cache").put(URL, ANSWER)
    kept = Cache(tmp_path / "cache").get(URL)
    assert (kept.body, kept.headers) == (b"Seite", {"etag": '"1"', "content-type": "text/html"})
    assert conditions(kept) == {"if-none-match": '"1"'}


def test_an_answer_without_a_version_is_not_kept(tmp_path):
    Cache(tmp_path).put(URL, Answer(200, {}, b"Seite"))
    assert list(tmp_path.iterdir()) == []


def test_last_modified_is_a_version_too():
    day = "Fri, 01 Dec 2023 10:00:00 GMT"
    assert conditions(Answer(200, {"last-modified": day})) == {"if-modified-since": day}


@pytest.mark.parametrize("suffix", [".json", ".body"])
@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\x00", None])
def test_a_damaged_entry_counts_for_nothing(tmp_path, suffix, content):
    cache = Cache(tmp_path)
    cache.put(URL, ANSWER)
    (place,) = tmp_path.glob(f"*{suffix}")
    if content is None:
        place.unlink()
    else:
        place.write_bytes(content)
    assert cache.get(URL) is None


def test_an_entry_holds_for_its_own_address_alone(tmp_path):
    cache = Cache(tmp_path)
    cache.put(URL, ANSWER)
    assert cache.get("https://example.org/b") is None
