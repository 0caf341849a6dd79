"""The server: one process for each core, all on one address."""

from dataclasses import replace
from tempfile import TemporaryDirectory

import uvicorn

from relgraph.web.settings import Settings


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until interrupted."""
    with TemporaryDirectory(prefix="relgraph-pages-") as shelf:
        replace(settings, shelf=shelf if workers > 1 else None).hand_on()
        uvicorn.run(
            "relgraph.web.app:served", factory=True, host=host, port=port, workers=workers, log_level="warning",
            server_header=False, timeout_graceful_shutdown=3,
        )  # fmt: skip
