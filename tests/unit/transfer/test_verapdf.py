"""veraPDF judges PDF/A where the operator has it; where it says nothing, our own rules do."""

from made_files import archival
from made_files import text_pdf
from pdfa_parts import lettered
from pdfa_parts import right
from pdfa_parts import saved
import pytest
from qlvb.workflows.transfer.intake.pdfa import verapdf
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.transfer.intake.pdfa.wording import lack


REPORT = """<?xml version="1.0" encoding="utf-8"?>
<report><buildInformation><releaseDetails id="core" version="1.28.2"/></buildInformation><jobs><job>
<item size="1"><name>van-ban.pdf</name></item>
<validationReport jobEndStatus="normal" profileName="PDF/A-2B validation profile" statement="PDF file is not compliant." isCompliant="{compliant}">
<details passedRules="142" failedRules="{failed}" passedChecks="900" failedChecks="3">{rules}</details></validationReport>
<duration start="1" finish="2">00:00:00.1</duration></job></jobs><batchSummary totalJobs="1" failedToParse="0" encrypted="0"/></report>"""
FAILED = """<rule specification="ISO 19005-2:2011" clause="6.2.11.5" testNumber="1" status="failed" failedChecks="3">
<description>Glyph width information in the Widths array
 shall be consistent</description><object>PDTrueTypeFont</object></rule>"""


class TestVeraPdf:
    """The operator's command, whose format a small program speaks here."""

    @pytest.fixture
    def command(self, tmp_path, monkeypatch):
        """``command(report, status)``: the program answers with it and remembers how it was called."""

        def install(report, status=0):
            program = tmp_path / "verapdf"
            (tmp_path / "report.xml").write_text(report)
            program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/called\ncat {tmp_path}/report.xml\nexit {status}\n')
            program.chmod(0o755)
            monkeypatch.setenv(verapdf.COMMAND, str(program))
            return tmp_path / "called"

        return install

    def test_its_findings_are_named_with_their_clauses(self, command):
        called = command(REPORT.format(compliant="false", failed=1, rules=FAILED), 1)
        seen = look(archival(2))
        assert [(one.rule, one.clause, one.detail) for one in seen.faults] == [
            ("verapdf", "ISO 19005-2, 6.2.11.5", "Glyph width information in the Widths array shall be consistent")
        ]
        assert (seen.readable, seen.archival, seen.pages) == (True, False, 2)
        assert called.read_text().startswith("--format xml ")
        said = lack(seen.faults[0].rule, seen.faults[0].clause, seen.faults[0].detail, target_language="vi")
        assert said.startswith("veraPDF: Glyph width")

    def test_its_word_counts_where_ours_says_otherwise(self, command):
        command(REPORT.format(compliant="true", failed=0, rules=""))
        with right() as pdf:
            lettered(pdf, width=123)
            data = saved(pdf)
        assert look(data).archival

    @pytest.mark.parametrize(
        "report", ["", "Exception in thread main", "<report><jobs><job><taskException type='PARSE'/></job></jobs></report>", "<x isCompliant='true'/>"]
    )
    def test_our_rules_count_where_it_says_nothing(self, command, report):
        command(report, 8)
        with right() as pdf:
            lettered(pdf, width=123)
            data = saved(pdf)
        assert [one.rule for one in look(data).faults] == ["font_widths"]

    def test_a_command_that_is_not_there(self, monkeypatch):
        monkeypatch.setenv(verapdf.COMMAND, "/no/such/verapdf")
        assert look(archival()).archival

    def test_what_claims_nothing_is_not_asked_about(self, command):
        called = command(REPORT.format(compliant="true", failed=0, rules=""))
        assert [one.rule for one in look(text_pdf("Kính gửi")).faults] == ["no_claim"]
        assert not called.exists()
