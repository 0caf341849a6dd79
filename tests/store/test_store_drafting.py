from relgraph.store.drafting import drafted
from relgraph.store.embedded import open_embedded

NAME = "0" * 32
LINES = [f'<http://a/s{number}> <http://a/p> "{number}" .' for number in range(25)]


def test_lines_come_in_by_portions_each_once(tmp_path, monkeypatch):
    for portion in (1, 7, 25, 26):
        monkeypatch.setattr("relgraph.store.drafting._LOADED", portion)
        folder = tmp_path / str(portion)
        folder.mkdir()
        with drafted(folder, NAME) as draft:
            draft.load(iter([*LINES, *LINES[:3]]))
            draft.keep()
        with open_embedded(folder) as store:
            assert [*store.dump()] == sorted(LINES)


def test_no_lines_leave_an_empty_store(tmp_path):
    with drafted(tmp_path, NAME) as draft:
        draft.load(())
        draft.keep()
    with open_embedded(tmp_path) as store:
        assert [*store.dump()] == []
