"""A language model as a second reader, whose every word is held against the text."""
