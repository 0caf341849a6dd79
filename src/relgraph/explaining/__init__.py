"""Why a relation is read, and why another is not: the same checks and weights as in reading, told in words."""
