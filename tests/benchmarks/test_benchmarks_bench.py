"""The benchmark as a whole: parts have names, and tell rows; peers that are missing are no part of this."""

import re
from types import SimpleNamespace

from bench import Ground, main, parts
from starting import compare
from storing import export

from relgraph.store.generations import current_generation


def test_some_parts_are_measured_and_the_page_stays(synthetic, capsys, tmp_path):
    main(["--releases", "30", "--store", str(synthetic), "--only", "load", "--quick", "--folder", str(tmp_path)])
    said = capsys.readouterr().out
    assert re.search(r"^30 releases\n\nMeasured on \d{4}-\d\d-\d\d: \d+ cores", said, re.MULTILINE)
    assert len(re.findall(r"^\| [\w ]+ \| [\d.,]+ s \| [\w`, ]+ \| [\d.,]+ s \| [\d.,]+ \|$", said, re.MULTILINE)) == 2
    assert not list(tmp_path.iterdir())


def test_parts_have_names_of_their_own(tmp_path):
    given = SimpleNamespace(releases=3, quick=True, few=True, store=None)
    names = [name for name, _ in parts(Ground(tmp_path, given), None)]
    assert len(set(names)) == len(names) == 10


def test_what_is_exported_is_measured_beside_both(synthetic, tmp_path, monkeypatch):
    import pyoxigraph as ox

    quads = tmp_path / "all.nq"
    ox.Store.read_only(str(current_generation(synthetic))).dump(str(quads), ox.RdfFormat.N_QUADS)
    monkeypatch.setattr("storing.FORMATS", {"nq": "N-Quads"})
    rows = list(export(synthetic, quads, tmp_path, True))
    assert [row.peer for row in rows] == ["pyoxigraph, `dump`", "rdflib, `serialize`"]
    assert all(row.ratio > 0 for row in rows)


def test_starts_are_measured(synthetic, tmp_path):
    rows = list(compare(synthetic, tmp_path, False, turns=1))
    assert len(rows) == 2
    assert all(row.ratio > 0 for row in rows)
