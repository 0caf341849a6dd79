"""The brief: what the releases say of a country, region or city, on one to three pages with footnotes.

Content is made as plain values (`composing`, `document`) and then written as HTML, Markdown, Word, PDF or JSON; no
writer chooses content. Nothing is imported here.
"""
