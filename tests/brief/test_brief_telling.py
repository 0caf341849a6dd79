"""The commands that a brief names for lines left out give these lines."""

import shlex
from dataclasses import replace

import pytest

from relgraph.brief import composing
from relgraph.brief.document import Grid, Items
from relgraph.brief.gathering import gather
from relgraph.brief.telling import Limits
from relgraph.queries.asking import ask
from relgraph.store.opening import open_store

NONE = {"dealings": 0, "people": 0, "visits": 0, "fields": 0, "commitments": 0, "institutions": 0}
ALL = dict.fromkeys(NONE, 10_000)


def commands(brief):
    return [shlex.split(run.text)[2:] for run in brief.runs() if run.code]


def ends(brief):
    """Names at either end of each line, and the first cell of each row."""
    for block in brief.blocks:
        if isinstance(block, Items):
            yield from ({run.text for run in item if run.strong and run.text.strip(" –→")} for item in block.items)
        if isinstance(block, Grid):
            yield from ({run.text for run in row[0] if run.text != ", "} for row in block.rows)


@pytest.mark.parametrize("focus", ["Japan", "China", "Kanagawa", "Polen", "FR"])
@pytest.mark.parametrize("scope", [{}, {"since": "2010", "until": "2024"}, {"region": "Baden-Württemberg"}])
def test_all_that_is_left_out_stands_in_the_answers(bundled, focus, scope):
    with open_store(bundled / "store") as store:
        material = gather(store, focus, **scope)
        full = composing._compose(material, "de", replace(Limits(), **ALL))
        short = composing._compose(material, "de", replace(Limits(), **NONE))
        assert commands(full) == []
        cells = set()
        for question, *parameters in commands(short):
            given = dict(one.split("=", 1) for one in parameters[1::2])
            answer = ask(question, {**given, "language": "de"}, store).answer
            cells |= {cell for row in answer.dicts() for cell in row.values()}
        missing = [names for names in ends(full) if not names <= cells]
        assert len(missing) == 0  # names of closed releases are not printed
