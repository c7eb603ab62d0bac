"""Whether a PDF is one for archives: it says so (ISO 19005), and keeps what it says as far as is looked at here.

This is no full validator. Looked at: file structure (encryption, LZW, streams outside, embedded files by part), fonts,
colours against the output intents, transparency (part 1), actions, annotations, forms, metadata. Not looked at: widths
and encodings of fonts, the tags of level A, the structure of ICC profiles, JPEG 2000. Every rule names its clause.
"""
