import re
import subprocess
import sys

import click
import pytest

from relgraph.cli.group import COMMANDS, relgraph

HEAVY = ("pydantic", "rdflib", "pyoxigraph", "networkx", "trafilatura", "pyvis", "rich", "babel", "yaml")


def modules_after(*arguments: str) -> set[str]:
    """Names of all modules that a run of the command line has imported."""
    code = (
        "import sys\nfrom relgraph.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    print('MODULES', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(re.search(r"^MODULES (.*)$", done.stdout, re.MULTILINE)[1].split())


def test_help_imports_click_and_no_command():
    loaded = modules_after("--help")
    assert {name.split(".")[0] for name in loaded} & set(HEAVY) == set()
    ours = {name for name in loaded if name.startswith("relgraph")}
    assert ours == {
        "relgraph", "relgraph.cli", "relgraph.cli.main", "relgraph.cli.group", "relgraph.cli.output",
        "relgraph.errors", "relgraph.files",
    }  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_imports_nothing_heavy_either(name):
    assert {module.split(".")[0] for module in modules_after(name, "--help")} & set(HEAVY) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_says(name):
    command = relgraph.get_command(click.Context(relgraph), name)
    assert command.get_short_help_str(limit=200) == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_every_option_and_gives_an_example(run, name):
    done = run(name, "--help")
    assert done.status == 0
    assert re.search(rf"Example:\n\s+relgraph {name}\b", done.out)
    command = relgraph.get_command(click.Context(relgraph), name)
    for option in command.params:
        assert not isinstance(option, click.Option) or option.help, option.name


def test_help_lists_every_command(run):
    done = run("--help")
    assert done.status == 0
    assert [line.split()[0] for line in done.out.split("Commands:\n")[1].splitlines()] == list(COMMANDS)


def test_the_version_is_that_of_the_package(run):
    assert run("--version").out == "relgraph, version 0.1.0\n"
