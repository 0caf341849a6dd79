"""How long each question of the catalogue takes on many synthetic releases; `make bench` runs it.

Every question is asked of a store on disk, with nothing but what it needs and then with each of its parameters, by a
process of its own that has just opened the store: the first answer is timed, and the better of two further ones, by the
clock and by the time that a core worked on it, which what else runs on the machine changes less.
Then the tie with most sentences is opened as its page opens it. The figures go to docs/performance.md.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from anew import Anew
from measuring import machine, ran
from table import Telling

SIZE, QUICK = 10_000, 1_000
TIMES, PATIENCE, SECOND = 2, 60, 1_000  # SECOND in milliseconds
# What one asks with, by name or by type: what the synthetic releases say most of
BROAD = {
    "country": "Japan", "other": "Japan", "since": "2015", "status": "planned", "type": "cooperation", "minimum": "5",
    "months": "12", "below": "0.6", "entity": "Baden-Württemberg", "topic": "research", "date": "2020-06-30",
    "relationtype": "cooperation", "number": "1", "text": "0.6",
}  # fmt: skip


def questions():
    """Each question of the catalogue with the parameters it is asked with, one line of the table each."""
    from relgraph.queries.catalogue import catalogue

    for name, question in catalogue().items():
        needed = {parameter.name: value(question, parameter) for parameter in question.parameters if parameter.required}
        yield name, needed
        for parameter in question.parameters:
            if parameter.name not in ("language", "limit", *needed):
                found = value(question, parameter)
                if found != parameter.default:
                    yield name, needed | {parameter.name: found}


def value(question, parameter):
    """What a parameter is given; `release` and `document` are looked up in the store."""
    if parameter.choices:
        return next((choice for choice in parameter.choices if choice != parameter.default), parameter.choices[0])
    if "release" in (parameter.name, parameter.type.value) or parameter.name == "document":
        return parameter.name
    return BROAD.get(parameter.name) or BROAD[parameter.type.value]


def ask(folder, name, params):
    """Times of one question in milliseconds, rows given and rows there are, as JSON."""
    from relgraph.queries.catalogue import catalogue
    from relgraph.queries.run import run
    from relgraph.store.opening import open_store

    question = catalogue()[name]
    with open_store(folder) as store:
        params |= {key: example(store, key) for key, given in params.items() if given == key}
        anew = Anew(store)
        tell_times(lambda: run(question, anew, params), lambda: run(question, store, params))


def tell_times(call, keeping=None):
    """Print the times of a call, of one that may have been kept, and how many rows it gave, as JSON."""
    (first, _), table = timed(call)
    again, core = (min(times) for times in zip(*(timed(call)[0] for _ in range(TIMES)), strict=True))
    kept = [timed(keeping)[0][0] for _ in range(TIMES)][-1] if keeping else again
    told = {"first": first, "again": again, "kept": kept, "core": core, "rows": len(table.rows), "total": table.total}
    print(json.dumps(told))


def example(store, key):
    """A release, or a document that frames another."""
    sparql = {
        "release": "SELECT ?it { GRAPH ?release { ?release a rg:Release ; dcterms:identifier ?it } } LIMIT 1",
        "document": "SELECT ?it { ?tie rg:relationType rg:Framework ; rg:object ?document . ?document rdfs:label ?it } "
        "ORDER BY ?it LIMIT 1",
    }[key]
    return str(store.select(sparql).rows[0][0])


def open_tie(folder):
    """Times of making the page of the tie with most sentences, which shows the newest of them, as JSON."""
    from relgraph.store.opening import open_store
    from relgraph.store.terms import Table
    from relgraph.web.things.single import tie_page

    most = "SELECT ?tie { ?tie a rg:Tie ; rg:sentenceCount ?count } ORDER BY DESC(?count) LIMIT 1"
    with open_store(folder) as store:
        ((tie,),) = store.select(most).rows

        def opened():
            page = tie_page(store, str(tie), 1).statements
            return Table(("statement",), [(statement,) for statement in page.shown], page.total if page.cut else None)

        tell_times(opened)


def timed(call):
    """Milliseconds of a call by the clock and by the core, and what it gave."""
    start, worked = perf_counter(), process_time()
    answer = call()
    return ((perf_counter() - start) * 1000, (process_time() - worked) * 1000), answer


def measured(folder, name, params):
    """One line of the table, measured in a process of its own; nothing where patience ran out."""
    command = [sys.executable, __file__, "--store", str(folder), "--ask", name, json.dumps(params)]
    try:
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=PATIENCE).stdout)
    except subprocess.TimeoutExpired:
        return None


def synthesised(folder, releases):
    """Write the releases as a store; what that took."""
    return ran([sys.executable, Path(__file__).with_name("synthetic.py"), folder, "--releases", releases])


def counts(folder):
    """Quads, releases, relations, ties and entities of the store."""
    from relgraph.store.opening import open_store

    sparql = {
        "quads": "{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }",
        "releases": "GRAPH ?s { ?s a rg:Release }",
        "relations": "GRAPH ?g { ?s a rg:Relation }",
        "ties": "?s a rg:Tie",
        "entities": "?s a rg:Entity",
    }
    with open_store(folder) as store:
        return {
            name: int(str(store.select(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}").rows[0][0]))
            for name, pattern in sparql.items()
        }


def row(name, params, result):
    """A line of the table."""
    asked = ", ".join(f"{key}={given}" for key, given in params.items() if given != key) or "–"
    if result is None:
        return f"| `{name}` | {asked} | | > {PATIENCE:,} s | | | |"
    rows = f"{result['rows']:,}" + (f" of {result['total']:,}" if result["total"] is not None else "")
    times = " | ".join(f"{result[time]:,.0f}" for time in ("first", "again", "kept", "core"))
    return f"| `{name}` | {asked} | {rows} | {times} |"


def measure(store, tell, built=None):
    """Ask everything; tell each line of the page, and give how many releases there are."""
    had = counts(store)
    tell(f"{', '.join(f'{number:,} {name}' for name, number in had.items())}.")
    written = f"Written in {built.clock:,.0f} s and {built.memory:,.0f} MB. " if built else ""
    tell(f"{written}Measured on {date.today()}: {machine()}.\n")
    tell("| question | asked with | rows | first, ms | again, ms | kept, ms | core, ms |")
    tell("| --- | --- | --: | --: | --: | --: | --: |")
    results = []
    for name, params in [*questions(), ("a tie, opened", {})]:
        results.append(measured(store, name, params))
        tell(row(name, params, results[-1]))
    quick = sum(result is not None and result["core"] < SECOND for result in results)
    tell(f"\n{quick} of {len(results)} take less than a second of a core.")
    return had["releases"]


def main():
    """Measure, or ask one question and print its times as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=SIZE)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} releases, and the page stays as it is")
    parser.add_argument("--store", help="a store of synthetic releases, else one is written")
    parser.add_argument("--ask", nargs=2, metavar=("QUESTION", "PARAMETERS"), help="one question, as JSON")
    given = parser.parse_args()
    if given.ask:
        name, params = given.ask
        open_tie(given.store) if name == "a tie, opened" else ask(given.store, name, json.loads(params))
        return
    tell = Telling()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or f"{folder}/store"
        built = None if given.store else synthesised(store, QUICK if given.quick else given.releases)
        releases = measure(store, tell, built)
    if not given.quick:
        tell.keep("questions", releases)


if __name__ == "__main__":
    main()
