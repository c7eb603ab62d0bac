"""What happens to the records: acts, state machines, assignment lines, rights, signing, delivery, jobs."""

from qlvb.content import _  # noqa: F401  one message domain for the three packages
