"""The options of commands that read releases: who reads, on how many processes, and who has annotated them."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from relgraph.extraction.readers import Reader
    from relgraph.reading.many import Team

_SECONDS = 120


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--second-reader --model --api-key-env --model-timeout --answers`, given to the command as one `reader`."""

    @wraps(command)
    def reading(
        *args: Any,
        second_reader: str | None,
        model: str | None,
        api_key_env: str | None,
        model_timeout: int,
        answers: Path | None,
        **rest: Any,
    ) -> Any:
        return command(*args, reader=_reader(second_reader, model, api_key_env, model_timeout, answers), **rest)

    for option in (
        click.option(
            "--answers", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
            help="Folder in which the model's answers are stored, so that the same text is asked about once.",
        ),
        click.option(
            "--model-timeout", type=click.IntRange(1, 3600), default=_SECONDS, show_default=True,
            metavar="SECONDS", help="How long one answer of the model may take.",
        ),
        click.option(
            "--api-key-env", metavar="VAR", help="Environment variable that holds the server's key, if it needs one."
        ),
        click.option("--model", metavar="NAME", help="Model of the second reader, as its server calls it."),
        click.option(
            "--second-reader", metavar="URL",
            help="OpenAI-compatible server whose model reads beside the rules, such as http://localhost:11434/v1; "
            "the text of releases is sent there.",
        ),
    ):  # fmt: skip
        reading = option(reading)
    return reading


def marking_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--machine --gold --decisions`: what people have said beside the machine."""
    for option in (
        click.option(
            "--decisions", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
            help="Decisions of people that are played back, in place of data/decisions.yml.",
        ),
        click.option(
            "--gold", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
            help="Annotations of releases, in place of data/gold.",
        ),
        click.option(
            "--machine", is_flag=True,
            help="Leave annotations aside, and decisions unless --decisions names them: reading alone.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def team_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--workers --scheduler`, given to the command as one `team`; none where this process reads by itself."""

    @wraps(command)
    def reading(*args: Any, workers: int | None, scheduler: str | None, **rest: Any) -> Any:
        return command(*args, team=_team(workers, scheduler), **rest)

    for option in (
        click.option(
            "--scheduler", metavar="ADDRESS",
            help="Dask scheduler whose workers read, such as tcp://host:8786; releases are sent there.",
        ),
        click.option(
            "--workers", type=click.IntRange(1, 512), metavar="N", show_default="one a core",
            help="Processes that read, where there is so much that several are faster.",
        ),
    ):  # fmt: skip
        reading = option(reading)
    return reading


def _team(workers: int | None, scheduler: str | None) -> "Team | None":
    if scheduler is not None:
        if workers is not None:
            raise click.UsageError("--scheduler has workers of its own; --workers is for this machine")
        from relgraph.reading.cluster import Cluster

        return Cluster(scheduler)
    from relgraph.reading.cores import Cores

    cores = Cores(workers)
    return cores if cores.workers > 1 else None


def _reader(url: str | None, model: str | None, variable: str | None, seconds: int, answers: Path | None) -> "Reader":
    from relgraph.extraction.readers import FirstReader

    if url is None:
        if model is not None or variable is not None or answers is not None:
            raise click.UsageError("--model, --api-key-env and --answers say how to ask a --second-reader: name one")
        return FirstReader()
    if not model:
        raise click.UsageError("a --second-reader needs a --model")
    from relgraph.extraction.second.reader import SecondReader
    from relgraph.extraction.second.server import Server
    from relgraph.extraction.second.stored import StoredAnswers

    ask = Server(url, key=_key(variable), seconds=seconds).answer
    return SecondReader(FirstReader(), StoredAnswers(answers, ask) if answers else ask, model)


def _key(variable: str | None) -> str | None:
    """The key that an environment variable holds; it is never shown, not even where it is wrong."""
    if variable is None:
        return None
    key = os.environ.get(variable, "").strip()
    if not key:
        raise click.UsageError(f"the environment variable {variable} of --api-key-env is not set")
    if not all(0x20 < ord(sign) < 0x7F for sign in key):
        raise click.UsageError(
            f"the environment variable {variable} of --api-key-env holds no key: blanks or other signs"
        )
    return key
