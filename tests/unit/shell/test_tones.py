"""Chips and notes have the tones that the style sheet knows: an unknown one is drawn as if nothing were said."""

from documentation.registrations import SOURCES
import re


CSS = "qlvb.policy/src/qlvb/policy/static/qlvb.css"
IN_TEMPLATES = re.compile(r'data-tone="([a-z]+)"')
IN_CODE = re.compile(r"^_?(?:\w+_)?TONES = \{(.*?)\}", re.MULTILINE | re.DOTALL)


def said():
    """dict tone -> a file that says it."""
    found = {tone: path for path in SOURCES.rglob("*.pt") for tone in IN_TEMPLATES.findall(path.read_text())}
    for path in SOURCES.rglob("*.py"):
        for body in IN_CODE.findall(path.read_text()):
            found.update(dict.fromkeys(re.findall(r': "([a-z]+)"', body), path))
    return found


def test_every_tone_is_drawn():
    drawn = set(re.findall(r'\[data-tone="([a-z]+)"\]', (SOURCES / CSS).read_text())) | {"neutral"}
    assert {"warn", "bad", "good", "info"} <= drawn
    assert len(said()) > 4 and {tone: path for tone, path in said().items() if tone not in drawn} == {}
