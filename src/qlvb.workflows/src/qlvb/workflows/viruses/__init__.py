"""Viruses in files that come in: looked for by a scanner of the house (ClamAV), told on the version, seen at intake."""
