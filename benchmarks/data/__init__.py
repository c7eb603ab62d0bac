"""Generated records: seeded, the same for the same seed and size everywhere, with invented agencies and people only.

``province`` makes agencies and people, ``texts`` words, ``records`` the documents with their rights, ``rows`` what the
tables of the records index hold of them, ``sheets`` what a bulk import reads.
"""
