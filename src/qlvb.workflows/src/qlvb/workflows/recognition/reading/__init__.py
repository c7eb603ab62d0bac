"""The program that recognises one file: ``python -m qlvb.workflows.recognition.reading <kind> <directory> < file``.

It runs beside Plone and loads nothing of it. It writes ``text`` (UTF-8) and ``copy.pdf`` (the pages as they are, with
an invisible layer of text over them) into the directory.

=================  ==============================================================================================
Pages              100; later ones are not recognised
Size of a page     25 megapixels; larger ones are drawn smaller
Memory             2 GB of address space of this process
Time               30 seconds a page for Tesseract; 15 minutes for all (the caller ends the process)
=================  ==============================================================================================
"""

#: Exit status: the file cannot be read.
UNREADABLE = 3

MAX_PAGES = 100
MAX_PIXELS = 25_000_000
MAX_MEMORY = 2 * 1024 * 1024 * 1024
PAGE_SECONDS = 30
SECONDS = 900
DPI = 300
LANGUAGE = "vie"
