"""The server: one process for each core, all on one address."""

from dataclasses import replace
from tempfile import TemporaryDirectory

import uvicorn

from relgraph.web.settings import Settings


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until interrupted."""
    if workers == 1:
        return _run(settings, host, port, workers)
    with TemporaryDirectory(prefix="relgraph-pages-") as shelf:
        _run(replace(settings, shelf=shelf), host, port, workers)


def _run(settings: Settings, host: str, port: int, workers: int) -> None:
    settings.hand_on()
    uvicorn.run(
        "relgraph.web.app:served", factory=True, host=host, port=port, workers=workers, log_level="warning",
        server_header=False, timeout_graceful_shutdown=3,
    )  # fmt: skip
