"""The intake check: what a machine can say of a dossier before an archivist takes it over (TT 05/2025/TT-BNV Chương
IV).
"""
