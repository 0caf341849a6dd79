"""Options that several commands share, and the values that they take."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from relgraph.releases.reader import ReleaseDefaults

STORE = "build/store"
TABLES = ("table", "csv", "tsv", "json", "jsonl", "md", "html")
"""Formats of a table; `relgraph.queries.formats` writes them, and is not imported for `--help`."""
ANSWERS = (*TABLES, "ttl")
"""Formats of an answer, which may be a graph."""

_SUFFIXES = {"htm": "html", "markdown": "md", "ndjson": "jsonl", "rdf": "xml", "rdfp": "patch"}
"""Suffixes of files that are no names of formats."""

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class DateValue(click.ParamType[str, str]):
    """A day, month or year: 2023-12-01, 2023-12 or 2023."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value itself, once it has the form of a date."""
        from pydantic import TypeAdapter, ValidationError

        from relgraph.model import Date

        try:
            return TypeAdapter[str](Date).validate_python(value)
        except ValidationError:
            self.fail(f"{value!r} is not a date such as 2023-12-01, 2023-12 or 2023", param, ctx)


class Assignment(click.ParamType[tuple[str, str], str]):
    """A parameter of a query with its value: country=Japan."""

    name = "name=value"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Name and value, split at the first equals sign."""
        if isinstance(value, tuple):
            return value
        name, sign, text = value.partition("=")
        if not (name and sign):
            self.fail(f"{value!r} is not of the form name=value, such as country=Japan", param, ctx)
        return name, text


def store_option() -> Decorator:
    """`--store`: a folder or the address of a SPARQL endpoint."""
    return click.option(
        "--store",
        envvar="RELGRAPH_STORE",
        default=STORE,
        show_default=True,
        show_envvar=True,
        metavar="DIR|URL",
        help="Folder of a store, or address of a SPARQL endpoint.",
    )


def server_option(*, required: bool) -> Decorator:
    """`--store`: the address of a SPARQL server; where none is needed, a folder that the environment names is none."""

    def chosen(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        from relgraph.store.opening import is_address

        if value is None or is_address(value):
            return value
        if not required and ctx.get_parameter_source(str(param.name)) is ParameterSource.ENVIRONMENT:
            return None
        raise click.BadParameter(f"{value!r} is no http(s) address of a SPARQL server", ctx, param)

    return click.option(
        "--store",
        envvar="RELGRAPH_STORE",
        required=required,
        show_envvar=True,
        metavar="URL",
        callback=chosen,
        help="Address of a SPARQL server to load into.",
    )


def output_option(default: str = "-") -> Decorator:
    """`-o`: a file, or `-` for standard output."""
    return click.option(
        "-o",
        "--output",
        default=default,
        show_default=True,
        is_eager=True,  # its suffix may say the format
        metavar="FILE",
        help="File to write; - is standard output.",
    )


def format_option(formats: Sequence[str], default: str) -> Decorator:
    """`--format`: one of a command's formats; else the one that the suffix of the file to write names."""

    def chosen(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
        suffix = PurePath(ctx.params.get("output", "")).suffix.lower().removeprefix(".")
        named = _SUFFIXES.get(suffix, suffix)
        return value or (named if named in formats else default)

    return click.option(
        "-f",
        "--format",
        "format_",
        type=click.Choice(formats),
        callback=chosen,
        help=f"Output format.  [default: by the suffix of FILE, else {default}]",
    )


def locale_language() -> str:
    """`en` where the locale is one of another language than German, else `de`: releases are German."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "C")
    return "de" if named.split(".")[0].lower().startswith(("de", "c", "posix")) else "en"


def lang_option() -> Decorator:
    """`--lang`: the language in which a command speaks to people."""
    return click.option(
        "--lang",
        type=click.Choice(("de", "en")),
        default=locale_language,
        show_default="that of the locale",
        help="Language of the answer.",
    )


def release_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--publisher --region --date --language`: what holds where a release does not say it itself."""
    for option in (
        click.option(
            "--language", default=None, metavar="CODE", help="Language where a release names none, such as de."
        ),
        click.option("--date", type=DateValue(), metavar="DATE", help="Date where a release names none."),
        click.option("--region", metavar="NAME", help='Region that "das Land" stands for where a release names none.'),
        click.option("--publisher", metavar="NAME", help="Publisher where a release names none."),
    ):
        command = option(command)
    return command


def paths_argument(*, required: bool) -> Decorator:
    """`PATHS…`: files and folders; the reader says which is not there."""
    return click.argument("paths", nargs=-1, required=required, metavar="PATH...", type=click.Path(path_type=Path))


def defaults(publisher: str | None, region: str | None, date: str | None, language: str | None) -> "ReleaseDefaults":
    """The values of `release_options` as the reader takes them."""
    from relgraph.releases.reader import ReleaseDefaults

    return ReleaseDefaults(publisher=publisher, region=region, date=date, language=language)
