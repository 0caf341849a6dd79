import ast
import inspect
import pickle
from pathlib import Path

import pytest

from relgraph import errors
from relgraph.errors import (
    CheckError,
    DataError,
    FetchError,
    QueryError,
    ReleaseError,
    RelgraphError,
    StoreError,
    UnknownName,
)

CLASSES = [value for _, value in inspect.getmembers(errors, inspect.isclass) if issubclass(value, RelgraphError)]
EXAMPLES = [
    (ReleaseError("a.txt", "is empty"), ValueError, "a.txt: is empty"),
    (FetchError("https://example.org/", "no page"), OSError, "https://example.org/: no page"),
    (DataError("topics.ttl", "line 3: no label"), ValueError, "topics.ttl: line 3: no label"),
    (UnknownName("Japn", "entity", ["Japan", "Jena"]), LookupError, "unknown entity 'Japn'; did you mean Japan, Jena?"),
    (UnknownName("Atlantis"), LookupError, "unknown name 'Atlantis'"),
    (QueryError("visits", "misses the parameter country"), ValueError, "visits: misses the parameter country"),
    (StoreError("build/store", "is no store"), OSError, "build/store: is no store"),
    (CheckError(["no evidence", "no date"]), ValueError, "2 violations, the first: no evidence"),
]


@pytest.mark.parametrize(("error", "builtin", "line"), EXAMPLES, ids=[type(error).__name__ for error, _, _ in EXAMPLES])
def test_an_error_says_what_it_is_about_in_one_line(error, builtin, line):
    assert str(error) == line
    assert isinstance(error, builtin)


def test_an_error_carries_what_it_is_about():
    assert ReleaseError(Path("a.txt"), "is empty").path == Path("a.txt")
    assert FetchError("https://example.org/", "no page").why == "no page"
    assert UnknownName("Japn", suggestions=["Japan"]).suggestions == ("Japan",)
    assert StoreError("build/store", "gone").location == "build/store"
    assert CheckError(["no evidence"]).violations == ("no evidence",)


@pytest.mark.parametrize(
    "error", [error for error, _, _ in EXAMPLES], ids=[type(error).__name__ for error, _, _ in EXAMPLES]
)
def test_an_error_crosses_to_another_process_as_it_is(error):
    crossed = pickle.loads(pickle.dumps(error))
    assert (type(crossed), str(crossed), vars(crossed)) == (type(error), str(error), vars(error))


def test_the_tree_in_the_docstring_names_every_class():
    drawn = set(errors.__doc__.replace("├──", "").replace("└──", "").split())
    assert {error.__name__ for error in CLASSES} <= drawn


def test_every_error_is_raised_in_some_test():
    raised = set()
    for path in Path(__file__).parent.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("raises"):
                raised |= {name.id for part in node.args for name in ast.walk(part) if isinstance(name, ast.Name)}
    assert {error.__name__ for error in CLASSES} - {"RelgraphError"} <= raised
