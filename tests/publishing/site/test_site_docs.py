"""The example of docs/site.md writes a site."""

import re
from pathlib import Path

PAGE = (Path(__file__).parents[3] / "docs" / "site.md").read_text(encoding="utf-8")


def test_the_example_writes_a_site(built, tmp_path, monkeypatch):
    (tmp_path / "build").symlink_to(built)
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(example, "docs/site.md", "exec"), {})
    for name in ("index.html", "en/id/country/JP.html", "id/country/JP.ttl", "topic/robotics.jsonld", "sitemap.xml"):
        assert (tmp_path / "site" / name).stat().st_size > 500
    assert "https://example.org/relgraph/id/country/JP.html" in (tmp_path / "site/sitemap.xml").read_text()
