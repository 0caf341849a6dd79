"""What tests let another process do with a store: functions that it can find by the name of a module."""

import os
import signal
from time import sleep

from relgraph.errors import UnknownName


def asked(store, sparql):
    return len(store.select(sparql).rows)


def process(store):
    return os.getpid()


def on_ending(store):
    return signal.getsignal(signal.SIGTERM)


def unknown(store):
    raise UnknownName("Japna", "country", ["Japan"])


def hoards(store):
    return len([bytearray(1 << 20) for _ in range(1 << 10)])


def dies(store):
    os._exit(3)


def late_once(store, file):
    if not file.exists():
        file.touch()
        sleep(60)
    return os.getpid()
