"""The room of comparisons: partners side by side, by topic, type or year."""
