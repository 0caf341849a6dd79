"""What is installed is what the project asks for, fits together, and is open; `make audit` asks for known faults."""

import re
import tomllib
from importlib.metadata import distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OWN = [*map(Requirement, PROJECT["dependencies"])]
OPEN = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software|MPL|Mozilla|LGPL|Lesser|GPL-2|GPLv2|Zlib|Unlicense|HPND|CC0|W3C|0BSD", re.I
)
COPYLEFT = {"igraph"}
"""What is under the GPL: who gives relgraph on together with it gives all of it on under the GPL."""


def installed():
    """Names of all that the project needs to run, by name, with what needs it."""
    found, todo = {}, [(one, "relgraph") for one in OWN]
    while todo:
        asked, by = todo.pop()
        name = canonicalize_name(asked.name)
        if asked.marker is not None and not any(
            asked.marker.evaluate({"extra": extra}) for extra in ("", *asked.extras)
        ):
            continue
        found.setdefault(name, []).append((asked, by))
        if len(found[name]) == 1:
            needs = distribution(name).requires or ()
            todo += [(one, name) for one in map(Requirement, needs) if "extra ==" not in str(one.marker)]
    return found


@pytest.mark.parametrize("name", installed())
def test_what_is_installed_is_what_is_asked_for(name):
    version = distribution(name).version
    assert [
        (by, str(asked)) for asked, by in installed()[name] if not asked.specifier.contains(version, prereleases=True)
    ] == []


@pytest.mark.parametrize("one", OWN, ids=lambda one: one.name)
def test_every_dependency_has_a_floor_or_is_data(one):
    assert one.name == "tzdata" or any(bound.operator in (">=", "==", "~=") for bound in one.specifier)


@pytest.mark.parametrize("name", installed())
def test_every_licence_is_an_open_one(name):
    head = distribution(name).metadata
    told = " ".join(
        [head.get("License-Expression") or "", (head.get("License") or "")[:200]]
        + [line for line in head.get_all("Classifier") or () if line.startswith("License")]
    )
    assert OPEN.search(told) or (name in COPYLEFT and "General Public License" in told), told


def test_no_package_is_there_twice():
    names = [canonicalize_name(one.metadata["Name"]) for one in distributions()]
    twice = {name for name in names if name != "relgraph" and names.count(name) > 1}
    assert not twice & set(installed())
