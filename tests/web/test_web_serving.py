import subprocess
import sys

import httpx


def test_a_missing_store_is_one_line_and_status_1(tmp_path):
    command = [sys.executable, "-m", "relgraph", "serve", "--store", tmp_path / "nowhere", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no store here" in done.stderr


def test_several_processes_leave_each_other_their_pages_and_nothing_behind(built, serve_site, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with serve_site(built / "store", "--workers", "2") as address:
        assert httpx.get(f"{address}/id/country/JP", timeout=30).status_code == 200
        (folder,) = tmp_path.glob("relgraph-pages-*")
        assert len([*folder.iterdir()]) == 1
    assert [*tmp_path.glob("relgraph-pages-*")] == []
