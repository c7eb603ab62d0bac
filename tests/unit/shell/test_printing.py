"""What is not for paper stays on the screen, whatever its own style says of its display."""

from importlib.resources import files
import re


def test_what_is_not_for_paper_outweighs_the_display_of_every_element():
    """The theme's rule has no weight: bars of acts and chips, which say how they are shown, were printed."""
    sheet = (files("qlvb.policy") / "static" / "screens.css").read_text(encoding="utf-8")
    printed = sheet[sheet.index("@media print") :]
    assert re.search(r"\.d-print-none \{ display: none !important; \}", printed)
