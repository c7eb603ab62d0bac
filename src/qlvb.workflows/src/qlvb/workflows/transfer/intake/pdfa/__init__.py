"""Whether a PDF is one for archives: it says so (ISO 19005), and keeps what it says as far as is looked at here.

This is no full validator. Looked at: file structure (encryption, LZW, streams outside, embedded files by part), fonts
(embedded, widths of the letters shown, Unicode of levels A and U), tags of level A, colours against the output intents,
JPEG 2000, transparency (part 1), actions, annotations, forms, metadata. Not looked at: CMaps, the structure of ICC
profiles, whether everything on a page is tagged. Every rule names its clause. Where the operator has veraPDF, which
looks at everything, its word counts (``verapdf.py``).
"""
