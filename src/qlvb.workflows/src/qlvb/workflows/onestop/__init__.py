"""The province's one-stop system: drafts of results come in to be signed and issued, and go back as they were decided.

It stands on :mod:`qlvb.workflows.links`. A submission becomes an ordinary outgoing document with a ``Case`` in an
annotation.
"""
