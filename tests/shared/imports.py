"""Who imports whom in relgraph, as its modules say."""

import ast
from pathlib import Path

import relgraph

SOURCE = Path(relgraph.__file__).parent
_VERSION = "relgraph.__version__"  # a name, no module


def rooms(module, seen):
    """Every room that a module of relgraph imports, wherever in it, and those that these import."""
    path = SOURCE.joinpath(*module.split(".")[1:])
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            names = [f"relgraph.{one.name}" for one in node.names] if node.module == "relgraph" else [node.module]
        for name in (one for one in names if one.startswith("relgraph.") and one not in {*seen, _VERSION}):
            seen.add(name)
            rooms(name, seen)
    return seen


def parts(module):
    """Rooms and modules at the top that a module runs through, its own among them, as digests name them."""
    names = {name.split(".")[1] for name in rooms(module, {module})}
    return {name if (SOURCE / name).is_dir() else f"{name}.py" for name in names}
