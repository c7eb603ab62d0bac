"""The program that takes a stack apart: ``python -m qlvb.workflows.scanning.splitting <stack.pdf> <directory>``.

It runs beside Plone and loads nothing of it. Before each document of a stack lies a separator sheet, a page with the QR
code SHEET; it writes ``1.pdf``, ``2.pdf`` … without the sheets into the directory, nothing when there is no sheet.
"""

#: What the QR code of a separator sheet says.
SHEET = "QLVB:SHEET"
#: Exit status: the file cannot be read.
UNREADABLE = 3
MAX_PAGES = 2_000
MAX_MEMORY = 2 * 1024 * 1024 * 1024
SECONDS = 300
