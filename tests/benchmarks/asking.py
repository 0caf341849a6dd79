"""Questions of the catalogue beside rdflib, raw Oxigraph over relations without ties, and Virtuoso."""

import json
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean
from time import perf_counter

from anew import Anew
from measuring import script
from naive import naive
from questions import questions
from table import Row

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))  # as pytest has it

from relgraph.errors import QueryError, StoreError
from relgraph.queries.catalogue import catalogue
from relgraph.queries.run import run
from relgraph.store.ledger import STANDS
from relgraph.store.opening import open_store
from relgraph.store.standing import DEFAULT, LOAD
from servers import VIRTUOSO, free_port, virtuoso

BUFFERS = 100_000
PATIENCE, QUICK = 10, 2  # seconds for a question of rdflib
STARTS = 6  # of Virtuoso, at most
NAMED = re.compile(r'\S+ \S+ (?:<[^>]*>|_:\S+|".*"(?:@[\w-]+|\^\^<[^>]*>)?) <[^>]+>$')  # N-Quads with a graph


def shared():
    """Questions of the catalogue that are asked of peers too, with what they are asked with."""
    wanted = {key for key, _ in naive()}
    for name, params in questions():
        key = (name, list(params)[-1] if params else "")
        if key in wanted:
            yield key, params


def compare(store, quads, folder, small, quick=False):
    """Rows for questions beside peers; `small` says whether there are few enough releases for rdflib."""
    few = dict(shared())
    ours = timed_here(store, few.items())
    yield from beside_oxigraph(store, folder, ours)
    if small:
        yield from beside_rdflib(store, quads, folder, few, ours, QUICK if quick else PATIENCE)
    if shutil.which(VIRTUOSO):
        yield from beside_virtuoso(store, quads, folder, few if quick else None)


def timed_here(store, asked):
    """Milliseconds of the first answer, the next, and one that was kept, from a store that has just been opened."""
    with open_store(store) as opened:
        anew = Anew(opened)
        return {
            key: (once(anew, key, params), once(anew, key, params), kept(opened, key, params)) for key, params in asked
        }


def kept(store, key, params):
    """Milliseconds of an answer that is kept where it took long."""
    return [once(store, key, params) for _ in range(2)][1]


def once(store, key, params):
    """Milliseconds of a question of the catalogue."""
    start = perf_counter()
    run(catalogue()[key[0]], store, params)
    return 1000 * (perf_counter() - start)


def beside_oxigraph(store, folder, ours):
    """Questions on relations, nothing being summed up beforehand."""
    file = folder / "naive.json"
    file.write_text(json.dumps({" ".join(key).strip(): [text] for key, text in naive()}), encoding="utf-8")
    theirs = script("peers", "oxigraph-questions", store, file)
    mean, words = fmean(one["ms"] for one in theirs.values()), "Oxigraph, on the relations"
    first, _, kept = (fmean(times) for times in zip(*ours.values(), strict=True))
    yield Row(f"{len(ours)} questions, first answer, on average", first, "ms", words, mean)
    yield Row("the same, asked again", kept, "ms", words, mean)
    name, slowest = max(theirs.items(), key=lambda pair: pair[1]["ms"])
    first = {" ".join(key).strip(): times[0] for key, times in ours.items()}[name]
    yield Row(f"the slowest of them there, `{name}`", first, "ms", words, slowest["ms"])


def beside_rdflib(store, quads, folder, few, ours, patience):
    """The same questions, letter for letter, of rdflib in memory; what it has loaded is not counted."""
    texts = {}
    for key, params in few.items():
        with open_store(store) as opened:
            recorded = Anew(opened)
            run(catalogue()[key[0]], recorded, params)
            texts[" ".join(key).strip()] = recorded.texts
    file = folder / "rdflib.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    answered = script("peers", "rdflib-questions", quads, file, patience)
    theirs = {name: one for name, one in answered.items() if one is None or "broke" not in one}
    given_up, broke = [name for name, one in theirs.items() if one is None], len(answered) - len(theirs)
    times = [one["ms"] if one else 1000 * patience for one in theirs.values()]
    words = "rdflib in memory" + f", {len(given_up)} given up after {patience} s" * bool(given_up)
    words += f", which breaks at {broke} more" * bool(broke)
    mean = fmean(times[1] for key, times in ours.items() if " ".join(key).strip() in theirs)
    yield Row("the same, worked out again", mean, "ms", words, fmean(times), gave_up=bool(given_up))


def beside_virtuoso(store, quads, folder, few=None):
    """All questions, or a few, worked out once more, of a Virtuoso with the same quads, by the same client."""
    every = few.items() if few else [((name, " ".join(params.values())), params) for name, params in questions()]
    asked = [(key, params) for key, params in every if not {"release", "document"} & set(params.values())]
    seconds, theirs = from_virtuoso(quads, folder, asked)
    yield Row("load into Virtuoso, by its own loader", seconds, "s")
    ours = {key: times for key, times in timed_here(store, asked).items() if key in theirs}
    refused = len(asked) - len(theirs)
    words, mean = "Virtuoso" + f", which does not answer {refused} more" * bool(refused), fmean(theirs.values())
    _, anew, kept = (fmean(times) for times in zip(*ours.values(), strict=True))
    yield Row(f"{len(ours)} questions, worked out again, on average", anew, "ms", words, mean)
    yield Row("the same, asked again", kept, "ms", words, mean)
    slow = max(ours, key=lambda key: ours[key][1]), max(theirs, key=theirs.get)
    for words, key in zip(("here", "there"), slow, strict=True):
        yield Row(f"the slowest {words}, `{key[0]}`", ours[key][1], "ms", "Virtuoso", theirs[key])


def from_virtuoso(quads, folder, asked):
    """Seconds of loading, and milliseconds of each question that it answers; one that it dies of starts it again."""
    theirs, seconds, rest = {}, None, list(asked)
    for start in range(STARTS):
        with loaded_virtuoso(quads, folder / f"virtuoso{start}") as (address, took), open_store(address) as opened:
            seconds = seconds or took
            while rest:
                key, params = rest.pop(0)
                try:
                    once(opened, key, params)
                    theirs[key] = once(opened, key, params)
                except QueryError:
                    continue  # it makes malformed SQL of some
                except StoreError:
                    break
        if not rest:
            break
    return seconds, theirs


@contextmanager
def loaded_virtuoso(quads, folder):
    """The address of a Virtuoso that holds these quads as `relgraph load` would put them, and seconds of loading."""
    folder.mkdir()
    with Path(quads).open(encoding="utf-8") as lines, (folder / "all.nq").open("w", encoding="utf-8") as placed:
        for line in lines:
            triple = line.rstrip("\n").removesuffix(" .")
            placed.write(f"{triple} .\n" if NAMED.match(triple) else f"{triple} <{DEFAULT}> .\n")
        placed.write(f'<{DEFAULT}> <{LOAD}#place> "{STANDS}" <{LOAD}> .\n')
    port = free_port()
    with virtuoso(folder, port, BUFFERS) as address:
        start = perf_counter()
        said = f"ld_dir('.', 'all.nq', '{DEFAULT}'); rdf_loader_run(); select ll_error from DB.DBA.load_list;"
        command = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", f"exec={said}"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        if "NULL" not in done.stdout:
            sys.exit(f"Virtuoso does not load: {done.stdout[-1000:]}")
        yield address, perf_counter() - start
