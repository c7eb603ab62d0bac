"""docs/conformance.rst and docs/daily-and-archive.rst name tests that exist."""

import ast
from pathlib import Path
import re


TOP = Path(__file__).parents[2]
NAMED = re.compile(r"``(tests/[\w/]+\.py)::(\w+)``")
ROW = re.compile(r"^\*\*(\d+|VI-\w+|[A-Z]+\d+)\. ", re.MULTILINE)
PAGES = ("conformance.rst", "daily-and-archive.rst")
#: What Phụ lục VI of NĐ 30/2020 asks of dossiers, archive, use, metadata and administration.
DECREE = {
    f"VI-{part}{letter}" for part, letters in (("4", "abcdđeg"), ("5", "abcdđeg"), ("6", "abcdđeghikl"), ("7", "abcdđ"), ("A1", "abcdđeg")) for letter in letters
}
#: Capabilities of incoming and outgoing documents, dossiers and archive; certified copies (B16) are work of their own.
CAPABILITIES = {f"{group}{number}" for group, last in (("A", 16), ("B", 15), ("F", 9), ("G", 10)) for number in range(1, last + 1)}


def pages():
    """The text of both pages."""
    return "\n".join((TOP / "docs" / name).read_text() for name in PAGES)


def functions(path):
    """Names of the functions of a module: set."""
    return {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_is_named_exists():
    text = pages()
    named = NAMED.findall(text)
    missing = [f"{path}::{name}" for path, name in named if not (TOP / path).is_file()]
    known = {path: functions(TOP / path) for path, _name in named if (TOP / path).is_file()}
    missing += [f"{path}::{name}" for path, name in named if path in known and name not in known[path]]
    assert missing == []


def test_every_requirement_names_a_test_and_stands_once():
    text = pages()
    rows = ROW.split(text)[1:]
    numbers, bodies = rows[::2], rows[1::2]
    assert numbers and len(numbers) == len(set(numbers))
    assert {number for number in numbers if number.startswith("VI-")} == DECREE
    assert {number for number in numbers if re.fullmatch(r"[ABFG]\d+", number)} == CAPABILITIES
    assert [number for number, body in zip(numbers, bodies, strict=True) if not NAMED.search(body)] == []
