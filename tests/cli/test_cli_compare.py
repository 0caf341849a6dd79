import pytest


def test_partners_stand_side_by_side(run, built):
    done = run("compare", "Japan", "Korea", "--store", built / "store", "--lang", "de")
    assert done.status == 0, done.err
    assert "Vergleich: Japan, Südkorea" in done.out
    assert "Robotik" in done.out
    assert "maschinell gelesen" in done.out


@pytest.mark.parametrize("format_", ["html", "png", "svg"])
def test_pictures_are_written_whole(run, built, tmp_path, format_):
    path = tmp_path / f"vergleich.{format_}"
    done = run("compare", "JP", "KR", "--by", "year", "-f", format_, "-o", path, "--store", built / "store")
    assert done.status == 0, done.err
    assert path.read_bytes().lstrip().startswith({"html": b"<!doctype", "png": b"\x89PNG", "svg": b"<svg"}[format_])


def test_one_partner_alone_is_no_comparison(run, built):
    done = run("compare", "Japan", "--store", built / "store")
    assert (done.status, "two partners" in done.err) == (2, True)


def test_an_unknown_partner_is_suggested(run, built):
    done = run("compare", "Jappan", "Korea", "--store", built / "store")
    assert done.status == 1
    assert "did you mean Japan" in done.err
