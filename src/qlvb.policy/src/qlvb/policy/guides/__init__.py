"""The guides of each role, opened at the screen in question (features P1)."""
