"""What one would take instead of relgraph, each in a process of its own: `peers.py NAME ARGUMENTS`, figures as JSON.

Only the work itself is timed, not the start of Python and what is imported.
"""

import json
import signal
import sys
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time

RDFLIB = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "xml": "xml", "jsonld": "json-ld"}
LIBRARIES = ("spacy", "pyoxigraph", "rdflib", "networkx", "igraph", "pyvis", "oxigraph")


@contextmanager
def timing(found):
    """Seconds by the clock and of a core into `found`."""
    start, worked = perf_counter(), process_time()
    yield
    found |= {"clock": perf_counter() - start, "core": process_time() - worked}


def oxigraph_load(quads, folder):
    """Load quads into a new store on disk."""
    import pyoxigraph as ox

    found = {}
    with timing(found):
        ox.Store(folder).bulk_load(path=quads, format=ox.RdfFormat.N_QUADS)
    return found


def relgraph_load(quads, folder):
    """The same as a build does it: line by line, put in order for questions, and whole or not at all."""
    from relgraph.store.drafting import drafted
    from relgraph.store.generations import writing

    found, place = {}, Path(folder)
    with (
        timing(found), Path(quads).open(encoding="utf-8", newline="\n") as lines, writing(place),
        drafted(place, "0" * 32) as draft,
    ):  # fmt: skip
        draft.load(line.rstrip("\n") for line in lines)
        draft.keep()
    return found


def rdflib_load(quads):
    """Load quads into memory."""
    found = {}
    with timing(found):
        _dataset(quads)
    return found


def _dataset(quads):
    import rdflib

    dataset = rdflib.Dataset()
    with Path(quads).open("rb") as file:  # it would leave it open
        dataset.parse(file, format="nquads")
    return dataset


def oxigraph_dump(store, format_, to):
    """Write a whole store as it comes, prefixes and order left aside."""
    import pyoxigraph as ox

    from relgraph.store.generations import current_generation

    formats = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}
    found = {}
    with timing(found):
        ox.Store.read_only(str(current_generation(Path(store)))).dump(to, formats[format_])
    return found


def rdflib_export(quads, to, *formats):
    """Write what is loaded already in each format: seconds by format."""
    dataset = _dataset(quads)
    taken = {}
    for format_ in formats:
        found = {}
        whole = dataset if format_ in ("nq", "trig", "jsonld") else dataset.default_graph
        with timing(found):
            whole.serialize(to, format=RDFLIB[format_], encoding="utf-8")
        taken[format_] = found["clock"]
    return taken


def rdflib_questions(quads, questions, patience):
    """Milliseconds and rows of each question, by its key; nothing where so many seconds were not enough.

    Where rdflib itself breaks, as where one of a group's values is an error, the reason stands in place of them.
    """
    dataset = _dataset(quads)

    def ask(text):
        return list(dataset.query(text))

    found = {}
    for key, texts in _read(questions).items():
        try:
            found[key] = _asked(ask, texts, int(patience))
        except AttributeError as error:
            found[key] = {"broke": repr(error)}
    return found


def oxigraph_questions(store, questions):
    """Milliseconds and rows of each question on the same files."""
    import pyoxigraph as ox

    from relgraph.store.generations import current_generation

    engine = ox.Store.read_only(str(current_generation(Path(store))))
    return {key: _asked(lambda text: list(engine.query(text)), texts) for key, texts in _read(questions).items()}


def _read(questions):
    return json.loads(Path(questions).read_text(encoding="utf-8"))


def _asked(ask, texts, patience=0):
    """Milliseconds of a question in one or more steps, and the rows of the last."""
    found, rows = {}, []
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(patience)
    try:
        with timing(found):
            for text in texts:
                rows = ask(text)
    except TimeoutError:
        return None
    finally:
        signal.alarm(0)
    return {"ms": 1000 * found["clock"], "rows": len(rows)}


def _give_up(number, frame):
    raise TimeoutError


def oxigraph_change(store, lines, graph):
    """Take the graph of a release out and put another in; nothing that releases share follows."""
    import pyoxigraph as ox

    engine = ox.Store(store)
    found = {}
    with timing(found):
        engine.remove_graph(ox.NamedNode(graph))
        engine.load(path=lines, format=ox.RdfFormat.N_QUADS)
        engine.flush()
    return found


def spacy_reading(folder):
    """Words and names of all files of a folder, no more."""
    from reading import load_spacy
    from relgraph.releases.reader import read_releases

    found = {}
    read = load_spacy()
    with timing(found):
        number = len(read(list(read_releases([Path(folder)]))))
    return found | {"texts": number}


def versions():
    """Versions of all peers that are there, in words."""
    there = {one.metadata["Name"].lower(): one.version for one in distributions()}
    return ", ".join(f"{name} {there[name]}" for name in LIBRARIES if name in there)


PEERS = {
    "oxigraph-load": oxigraph_load, "relgraph-load": relgraph_load, "rdflib-load": rdflib_load,
    "oxigraph-dump": oxigraph_dump, "rdflib-export": rdflib_export, "rdflib-questions": rdflib_questions,
    "oxigraph-questions": oxigraph_questions, "oxigraph-change": oxigraph_change, "spacy-reading": spacy_reading,
}  # fmt: skip


def main():
    """Run one, and print what it took as JSON."""
    name, *arguments = sys.argv[1:]
    found = PEERS[name](*arguments)
    print(
        json.dumps(
            found if name.endswith("-questions") else found | {"memory": getrusage(RUSAGE_SELF).ru_maxrss / 1024}
        )
    )


if __name__ == "__main__":
    main()
