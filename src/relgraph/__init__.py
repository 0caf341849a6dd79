"""Knowledge graph of regional foreign relations, read out of government releases."""

__version__ = "0.1.0"
