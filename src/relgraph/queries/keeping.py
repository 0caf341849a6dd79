"""Asks beforehand what many will ask, so that a store on disk has kept the answers when they do."""

from collections.abc import Callable, Iterator
from itertools import product
from time import perf_counter

from relgraph.queries.catalogue import catalogue
from relgraph.queries.question import Question
from relgraph.queries.run import run
from relgraph.store.protocol import Store

MANY = 1_000
"""From so many releases on it is worth the time: of fewer, every question is answered at once."""
SLOW = 1.0
"""Seconds from which on a question is asked for each region that releases speak for, too."""
_REGIONS = """PREFIX rg: <https://w3id.org/relgraph/ontology#>
SELECT ?region (COUNT(?release) AS ?releases) WHERE { GRAPH ?release { ?release rg:region ?region } }
GROUP BY ?region ORDER BY DESC(?releases) ?region"""


def keep_answers(store: Store, progress: Callable[[str, int, int], None]) -> None:
    """Ask each question that needs no parameter, with each of its choices and in both languages.

    What takes long of everything takes long of a whole region, too.

    Raises:
        StoreError: the store cannot answer.
    """
    asked = [question for question in catalogue().values() if not any(one.required for one in question.parameters)]
    regions = [str(region) for region, _ in store.select(_REGIONS).rows]
    for done, question in enumerate(asked):
        progress("answering", done, len(asked))
        begun = perf_counter()
        _ask(question, store, {})
        if perf_counter() - begun >= SLOW and question.parameter("actor"):
            for region in regions:
                _ask(question, store, {"actor": region})


def _ask(question: Question, store: Store, given: dict[str, str]) -> None:
    for params in _choices(question):
        run(question, store, given | params)


def _choices(question: Question) -> Iterator[dict[str, str]]:
    """Each way to ask with values that are given to choose from, a default among them."""
    chosen = {one.name: one.choices for one in question.parameters if one.choices and one.default is not None}
    for values in product(*chosen.values()):
        yield dict(zip(chosen, values, strict=True))
