"""Nhóm quyền: what each role may do, read from the acts and the state machines themselves, and who holds it."""
