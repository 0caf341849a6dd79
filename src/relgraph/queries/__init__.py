"""The catalogue of questions: reading their files, resolving their parameters, running them, writing the answers.

The questions themselves stand in `queries/*.rq`; nothing is imported here.
"""
