"""What a person's words ask for: a question of the catalogue with its parameters, read offline in German and English.

The words stand in `data/asking/*.yml`; nothing is imported here.
"""
