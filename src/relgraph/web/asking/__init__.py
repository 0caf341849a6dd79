"""Questions and their answers as pages show them: what the desk works out, and what becomes of it in a page."""
