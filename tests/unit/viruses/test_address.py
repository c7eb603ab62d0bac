"""Where a scanner may answer, what it says of itself, and what a package may hold."""

from datetime import datetime
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.files.viruses import VirusCheck
from qlvb.workflows.packages.ingesting.scanning import virus_findings
from qlvb.workflows.viruses.address import Address
from qlvb.workflows.viruses.address import address_of
from qlvb.workflows.viruses.address import engine_and_signatures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/run/clamav/clamd.ctl", Address(path="/run/clamav/clamd.ctl")),
        ("unix:/run/clamav/clamd.ctl", Address(path="/run/clamav/clamd.ctl")),
        ("unix:///run/clamav/clamd.ctl", Address(path="/run/clamav/clamd.ctl")),
        ("127.0.0.1:3310", Address(host="127.0.0.1", port=3310)),
        ("quet.sonhai.example:1", Address(host="quet.sonhai.example", port=1)),
        ("127.0.0.1", None),
        ("127.0.0.1:0", None),
        ("127.0.0.1:70000", None),
        (":3310", None),
        ("http://127.0.0.1:3310", None),
        ("clamd.ctl", None),
        ("", None),
        ("/run/\nclamd.ctl", None),
        ("/" + "a" * 101, None),
        ("máy:3310", None),
    ],
)
def test_addresses(text, expected):
    assert address_of(text) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("ClamAV 1.4.6/27825/Sun Nov 22 08:00:00 2026", ("ClamAV 1.4.6", "27825/Sun Nov 22 08:00:00 2026")),
        ("ClamAV 1.4.6\n", ("ClamAV 1.4.6", "")),
    ],
)
def test_what_a_scanner_says_of_itself(answer, expected):
    assert engine_and_signatures(answer) == expected


def test_what_is_said_of_a_package():
    when = datetime(2026, 11, 22, tzinfo=VIETNAM)
    checks = {
        "a.pdf": VirusCheck("clean", when),
        "b.pdf": VirusCheck("infected", when, virus="Sonhai.X"),
        "c.pdf": VirusCheck("unchecked", when, reason="too_large"),
    }
    found = [(one.code, one.path, one.detail, one.severity) for one in virus_findings(checks)]
    assert found == [
        ("file_infected", "b.pdf", "Sonhai.X", "error"),
        ("file_unchecked", "c.pdf", "too_large", "error"),
    ]
    assert [(one.code, one.severity) for one in virus_findings(None)] == [("not_scanned", "warning")]
    assert list(virus_findings({})) == []
