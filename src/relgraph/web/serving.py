"""The server: one process for each core, all on one address."""

import uvicorn

from relgraph.web.settings import Settings


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until interrupted."""
    settings.hand_on()
    uvicorn.run(
        "relgraph.web.app:served", factory=True, host=host, port=port, workers=workers, log_level="warning",
        server_header=False, timeout_graceful_shutdown=3,
    )  # fmt: skip
