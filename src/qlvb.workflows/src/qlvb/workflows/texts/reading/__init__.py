"""The program that reads one file: ``python -m qlvb.workflows.texts.reading <kind> < file > text``.

It runs beside Plone and loads nothing of it. Limits, so that no file costs more than it is worth:

=================  ==============================================================================================
Text               2,000,000 characters; what follows is cut off
PDF                2,000 pages; later ones are not read
Spreadsheet        2,000,000 cells
Unpacked           256 MB of the parts that are read
Memory             1 GB of address space
Time               60 seconds, processor and clock (the caller ends the process)
=================  ==============================================================================================
"""

#: Exit statuses: the file cannot be read; it unpacks to more than the limits allow.
UNREADABLE = 3
TOO_BIG = 4

MAX_CHARACTERS = 2_000_000
MAX_PAGES = 2_000
MAX_CELLS = 2_000_000
MAX_UNPACKED = 256 * 1024 * 1024
MAX_MEMORY = 1024 * 1024 * 1024
MAX_SECONDS = 60


class TooBig(ValueError):
    """The file unpacks to more than the limits allow."""
