import pytest

from relgraph.errors import StoreError
from relgraph.store.address import bare, read_address


@pytest.mark.parametrize(
    ("questions", "updates"),
    [
        ("http://h:7878/query", "http://h:7878/update"),
        ("http://h:3030/graph/query", "http://h:3030/graph/update"),
        ("http://h:3030/graph", "http://h:3030/graph"),
        ("https://h/sparql", "https://h/sparql"),
        ("http://h:8890/sparql-auth", "http://h:8890/sparql-auth"),
        ("http://h:7200/repositories/graph", "http://h:7200/repositories/graph/statements"),
        ("http://h:7200/repositories/graph/statements", "http://h:7200/repositories/graph/statements"),
        ("http://h/query?graph=1", "http://h/update?graph=1"),
    ],
)
def test_updates_go_where_the_server_takes_them(questions, updates):
    assert read_address(questions, {}).updates == updates


def test_where_updates_go_can_be_said():
    address = read_address("http://h/sparql", {"RELGRAPH_STORE_UPDATE": "http://h/change"})
    assert (address.questions, address.updates) == ("http://h/sparql", "http://h/change")


def test_credentials_come_from_the_address_or_the_environment_and_are_never_shown():
    named = {"RELGRAPH_STORE_USER": "eva", "RELGRAPH_STORE_PASSWORD": "geheim"}
    address = read_address("http://adam:ge%40heim@h/query", named)
    assert (address.user, address.password) == ("adam", "ge@heim")
    assert (address.questions, address.updates) == ("http://h/query", "http://h/update")
    address = read_address("http://h/query", named)
    assert (address.user, address.password) == ("eva", "geheim")
    assert "geheim" not in repr(address)
    token = read_address("http://h/query", {"RELGRAPH_STORE_TOKEN": "geheim"})
    assert token.token == "geheim"
    assert "geheim" not in repr(token)
    updating = read_address("http://h/sparql", {"RELGRAPH_STORE_UPDATE": "http://adam:x@h/change"})
    assert (updating.user, updating.updates) == ("adam", "http://h/change")


@pytest.mark.parametrize(
    ("location", "environment", "why"),
    [
        ("http://[", {}, "cannot be asked"),
        ("http://me:secret@/query", {}, "names no host"),
        ("http://me:secret@h:port/query", {}, "cannot be asked"),
        ("http://h/query", {"RELGRAPH_STORE_USER": "eva"}, "needs both"),
        ("http://h/query", {"RELGRAPH_STORE_PASSWORD": "secret"}, "needs both"),
        ("http://me:secret@h/query", {"RELGRAPH_STORE_TOKEN": "t"}, "a token and a user"),
        ("http://h/query", {"RELGRAPH_STORE_TIMEOUT": "soon"}, "no number of seconds: 'soon'"),
        ("http://h/query", {"RELGRAPH_STORE_TIMEOUT": "-1"}, "no number of seconds"),
        ("http://h/query", {"RELGRAPH_STORE_UPDATE": "http://"}, "names no host"),
    ],
)
def test_what_contradicts_itself_is_said_without_its_secrets(location, environment, why):
    with pytest.raises(StoreError, match=why) as caught:
        read_address(location, environment)
    assert "secret" not in str(caught.value)


def test_a_folder_is_told_as_it_is():
    assert bare("build/me@home") == "build/me@home"
