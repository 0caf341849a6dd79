"""How templates of any room are read: what they are given is escaped, and what they lack is an error."""

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from relgraph.explore.embedding import json_block
from relgraph.explore.looks import LOOKS, OUTLINES


def environment(*rooms: str) -> Environment:
    """Templates of some packages, the first that has one of a name wins; those of this room come last.

    >>> environment("relgraph.web").get_template("signs.html").name
    'signs.html'
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader(room) for room in (*rooms, "relgraph.explore")]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.globals.update(looks=LOOKS, outlines=OUTLINES)
    made.filters.update(json_block=lambda value: Markup(json_block(value)))  # nothing in it can end the element
    return made
