"""Permission matrices as people read them: blocks of role rows and state columns, ``x`` = may."""

from pathlib import Path


def read_matrix(path):
    """dict (permission, state) -> set of roles, of the file at ``path``."""
    lines = [line.rstrip() for line in Path(path).read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    states = lines[0].split()
    found, permission = {}, None
    for line in lines[1:]:
        if not line.startswith(" "):
            permission = line
            found.update({(permission, state): set() for state in states})
            continue
        role, *marks = line.split()
        if len(marks) != len(states) or set(marks) - {"x", "."}:
            raise ValueError(line)
        for state, mark in zip(states, marks, strict=True):
            if mark == "x":
                found[permission, state].add(role)
    return found
