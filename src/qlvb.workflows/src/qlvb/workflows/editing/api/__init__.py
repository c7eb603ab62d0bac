"""REST: the checklist of a draft."""
