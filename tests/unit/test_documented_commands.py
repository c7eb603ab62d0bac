"""What the documentation has people type is what the programs take: ``bin/qlvb``, the steps of the measurements."""

from benchmarks import _options
from pathlib import Path
import pytest
from qlvb.policy.commands.main import COMMANDS
from qlvb.policy.commands.main import parsed
import re
import shlex


ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.rst", ROOT / "CHANGES.rst", ROOT / "benchmarks" / "README.rst", *(ROOT / "docs").rglob("*.rst")]
ADMINISTRATION = (ROOT / "docs" / "administration.rst").read_text(encoding="utf-8")
_ROW = re.compile(r"^``([a-z-]+)``  +(\S.*(?:\n {17}\S.*)*)", re.MULTILINE)
#: A line of an example, or words between double grave accents.
_LINE = re.compile(r"^ +(?:ExecStart=\S*/)?bin/qlvb +(\S.*)$", re.MULTILINE)
_INLINE = re.compile(r"``bin/qlvb +([^`]+)``")
#: Words that stand for a number which the reader fills in.
_NUMBERS = {"${PORT}": "8080", "VERSION": "1"}


def table():
    """dict command -> what its row says."""
    section = ADMINISTRATION.split("\nCommands\n--------\n")[1].split("\nNotices, e-mail and pushes\n")[0]
    return dict(_ROW.findall(section))


def shown(pattern):
    """(page, words) of each command line that the pages show: list."""
    found = []
    for page in PAGES:
        for line in pattern.findall(page.read_text(encoding="utf-8")):
            words = [_NUMBERS.get(word, word) for word in shlex.split(line, comments=True)]
            if words[0] != "COMMAND":  # stands for any of them
                found.append((str(page.relative_to(ROOT)), words))
    return found


def test_every_command_has_a_row():
    assert set(table()) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_options_of_a_row_are_options_of_the_command(command, capsys):
    with pytest.raises(SystemExit):
        parsed([command, "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert set(re.findall(r"``(--[a-z-]+)", table()[command])) <= known


def test_examples_can_be_typed():
    lines = shown(_LINE)
    assert len(lines) > 8
    for page, words in lines:
        try:
            assert parsed(words).command == words[0]
        except SystemExit:
            pytest.fail(f"{page}: bin/qlvb {' '.join(words)}")


def test_what_is_named_in_a_sentence_is_there_though_it_may_leave_out_what_it_works_on(capsys):
    lines = shown(_INLINE)
    assert len(lines) > 20
    for page, words in lines:
        try:
            parsed(words)
        except SystemExit:
            said = capsys.readouterr().err
            assert "the following arguments are required" in said, (page, words, said)


def test_every_step_of_the_measurements_is_described():
    steps = {path.stem for path in (ROOT / "benchmarks").glob("*.py") if not path.stem.startswith("_")}
    readme = (ROOT / "benchmarks" / "README.rst").read_text(encoding="utf-8")
    described = readme.split("Measures\n")[1].split("\nSettings with their defaults")[0]
    assert set(re.findall(r"^``(\w+)``", described, re.MULTILINE)) == steps
    shown = re.findall(r'"((?:\w+ )+(?:\w+=\S+ ?)+)"', readme + (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert shown
    for line in shown:
        named, _settings = _options.read(line.split())
        assert set(named) <= steps, line
