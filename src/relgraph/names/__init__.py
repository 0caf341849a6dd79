"""Label ↔ entity or topic: the names that texts and users use, matching them in text, and resolving what is typed."""
