"""Reads many releases: in this process, in several, or on other machines, with the same result."""
