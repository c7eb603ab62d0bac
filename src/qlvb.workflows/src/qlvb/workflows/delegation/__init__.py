"""Delegation (ủy quyền): who acts in whose place, what this lets him do, and what he did (workflows 3.6)."""
