import pytest


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/0/nothing.css"])
def test_every_answer_forbids_what_is_inline_or_from_elsewhere(client, path):
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_no_answer_names_the_server(client):
    assert "server" not in client.get("/").headers
