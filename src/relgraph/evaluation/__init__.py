"""How much of what annotators found is extracted, and how much beside it."""
