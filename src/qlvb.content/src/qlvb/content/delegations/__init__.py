"""Delegations (ủy quyền): who may act in whose place, from when to when, for what, on what basis."""
