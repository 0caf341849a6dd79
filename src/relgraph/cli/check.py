"""`relgraph check`."""

import click

from relgraph.cli.options import store_option
from relgraph.cli.output import emit, say


@click.command(short_help="Hold the graph against its shapes, rules and sentences.")
@click.option("--fail-on", type=click.Choice(("error", "warning")), default="error", show_default=True,
              help="Least severity that makes the exit status 1.")  # fmt: skip
@store_option()
@click.pass_context
def check(ctx: click.Context, fail_on: str, store: str) -> None:
    """Print what is off in the graph, one line each: severity, rule, what it is about, what is wrong.

    Looks at the shapes, at each rule of ontology/checks, and whether every quoted sentence stands at its place in the
    release. Exit status 1: something is off that --fail-on names.

    \b
    Example:
      relgraph check --fail-on warning
    """
    from relgraph.checking import check as check_store
    from relgraph.store.opening import open_store

    with open_store(store) as opened:
        violations = check_store(opened)
    emit("".join(f"{v.severity}\t{v.rule}\t{v.focus}\t{v.message}\n" for v in violations), "-", shown=True)
    severe = [violation for violation in violations if fail_on in ("warning", violation.severity)]
    say(f"{len(violations)} violations, {len(severe)} of them count as {fail_on}" if violations else "nothing is off")
    ctx.exit(1 if severe else 0)
