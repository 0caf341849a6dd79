"""`relgraph queries`."""

import click

from relgraph.cli.options import TABLES, format_option, lang_option, output_option, store_option
from relgraph.cli.output import emit, say


class GroupName(click.ParamType[str, str]):
    """A group of the catalogue."""

    name = "group"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself, once there is such a group."""
        from relgraph.queries.groups import GROUPS

        if value not in GROUPS:
            self.fail(f"{value!r} is no group; there are {', '.join(GROUPS)}", param, ctx)
        return value


@click.command(short_help="List the questions that can be asked by name, or show one.")
@click.argument("names", nargs=-1, metavar="[NAME | FILE…]")
@click.option(
    "--check", is_flag=True, help="Say all that is wrong with files of questions, or with those that come along."
)
@click.option("--group", type=GroupName(), help="Only the questions of one group, such as risks.")
@format_option(TABLES, "table")
@output_option()
@lang_option()
@store_option()
def queries(
    names: tuple[str, ...], check: bool, group: str | None, format_: str, output: str, lang: str, store: str
) -> None:
    """List the questions that `relgraph query` answers by name, with the parameters that each takes.

    With NAME, show one question: what each parameter takes, and which values the graph has most evidence for.

    With --check, hold each FILE, and each file of a folder, against the rules for questions: one line for each fault,
    exit status 1 where there is any. What grlc or another server would stumble over counts too.

    \b
    Example:
      relgraph queries --group risks
      relgraph queries technology-leaders --lang en
      relgraph queries --check my-questions/
    """
    if check:
        return _check(names, format_, output)
    if len(names) > 1:
        raise click.UsageError("several files go with --check; otherwise give one NAME")
    if names and group is not None:
        raise click.UsageError("give a NAME or a --group, not both")
    text = _show(names[0], format_, lang, store) if names else _list(group, format_, lang)
    emit(text, output, shown=format_ == "table")


def _check(paths: tuple[str, ...], format_: str, output: str) -> None:
    from relgraph.queries.checklist import checklist

    found, files = checklist(paths)
    emit(found.write(format_), output, shown=format_ == "table")
    say(f"{files} file{'s' * (files != 1)}, {len(found.faults)} fault{'s' * (len(found.faults) != 1)}")
    if found.faults:
        raise SystemExit(1)


def _list(group: str | None, format_: str, lang: str) -> str:
    from relgraph.queries.catalogue import listing
    from relgraph.queries.formats import write_table

    table, headings, title = listing(lang, group)
    return write_table(table, format_, headings=headings, title=title, language=lang)


def _show(name: str, format_: str, lang: str, store: str) -> str:
    from relgraph.errors import StoreError
    from relgraph.queries.card import card
    from relgraph.queries.catalogue import find_question
    from relgraph.store.opening import open_store

    question = find_question(name)
    try:
        opened = open_store(store)
    except StoreError as error:  # a question can be looked at before there is a graph
        say(f"no values to suggest: {error}")
        return card(question, None, lang).write(format_)
    with opened:
        return card(question, opened, lang).write(format_)
