"""Transfers of dossiers to the current and the historical archive: what one is, when one is due, what keeps one
back.
"""
