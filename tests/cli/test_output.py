import io

import pytest
from click import unstyle
from hypothesis import given
from hypothesis import strategies as st

from relgraph.cli.output import coloured, emit, printable, say, stream

EVIL = "rot \x1b[31m, Titel \x1b]0;x\x07, C1 \x9b2J, Wagenrücklauf \r, umgekehrt \u202e"


@given(st.text())
def test_what_is_printable_holds_no_control_character(text):
    shown = printable(text)
    assert not [c for c in shown if (ord(c) < 0x20 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 or c == "\u202e"]


@given(st.text(alphabet=st.characters(whitelist_categories=("L", "N", "P", "Zs"))))
def test_ordinary_text_stays_as_it_is(text):
    assert printable(text) == text


def test_a_terminal_sees_escapes_and_a_file_the_text_itself(capsys, monkeypatch, tmp_path):
    emit(EVIL, "-")
    assert capsys.readouterr().out == EVIL
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    emit(EVIL, "-")
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\\x1b[31m" in shown
    emit(EVIL, str(tmp_path / "out.txt"))
    assert (tmp_path / "out.txt").read_bytes().decode() == EVIL


def test_talk_is_one_line_on_standard_error(capsys):
    say(f"skipped a.txt:\n{EVIL}")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "\x1b" not in captured.err


def test_data_is_utf8_whatever_the_terminal_speaks(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    emit("Zürich", "-")
    assert raw.getvalue() == "Zürich".encode()


def test_pieces_are_shown_as_they_come(capsys):
    def pieces():
        yield "one\n"
        assert capsys.readouterr().out == "one\n"
        yield "two\n"

    stream(pieces(), "-")
    assert capsys.readouterr().out == "two\n"


def test_pieces_make_a_file_as_a_whole(tmp_path, capsys):
    stream(("Zürich", "\n"), str(tmp_path / "a"))
    assert (tmp_path / "a").read_text(encoding="utf-8") == "Zürich\n"
    assert capsys.readouterr().err == f"wrote {tmp_path / 'a'}\n"


@pytest.mark.parametrize("data", ["Zürich", "Zürich".encode()])
def test_text_and_bytes_are_written_alike(tmp_path, data):
    emit(data, str(tmp_path / "a"))
    assert (tmp_path / "a").read_text(encoding="utf-8") == "Zürich"


def test_headings_stand_out_on_a_terminal_and_what_is_below_a_row_steps_back(monkeypatch, capsys):
    table = "gelesen als: …\n\nLand\n─────\nJapan\n    Satz: …\n"
    monkeypatch.delenv("NO_COLOR", raising=False)
    emit(table, "-", shown=True)
    assert capsys.readouterr().out == table
    styled = coloured(table)
    assert unstyle(styled) == table
    assert [line for line in styled.splitlines() if line.startswith("\x1b[1m")] == ["\x1b[1mLand\x1b[0m"]
    assert sum(line.startswith("\x1b[2m") for line in styled.splitlines()) == 2
