"""veraPDF, the accepted judge of PDF/A, where the operator has it: ``$QLVB_VERAPDF`` names its command.

It is called as ``<command> --format xml <file>`` and answers with its report of one file. What it says counts in place
of our own rules; where it cannot be asked or does not answer, ours do.
"""

from lxml import etree
import os
from qlvb.workflows.transfer.intake.pdfa.clauses import PdfFault
import re
import shlex
import subprocess
import tempfile


COMMAND = "QLVB_VERAPDF"
RULE = "verapdf"
TIMEOUT = 600  # seconds
_SHOWN = 200


def judged(data):
    """What veraPDF finds in the bytes of a PDF: tuple of PdfFault, () for nothing; None where it said nothing."""
    command = os.environ.get(COMMAND)
    if not command:
        return None
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        try:
            # Its status is 1 for a file that does not keep what it says: the report tells.
            done = subprocess.run(
                [*shlex.split(command), "--format", "xml", file.name], capture_output=True, timeout=TIMEOUT, check=False
            )
        except (OSError, subprocess.TimeoutExpired, ValueError):
            return None
    return faults_in(done.stdout)


def faults_in(report):
    """Faults in the XML report of one file: tuple of PdfFault; None for what is no judgement (pure)."""
    try:
        tree = etree.fromstring(report, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    said = tree.find("jobs/job/validationReport")
    if said is None or said.get("isCompliant") not in ("true", "false"):
        return None
    if said.get("isCompliant") == "true":
        return ()
    rules = [rule for rule in said.iterfind("details/rule") if rule.get("status", "failed") == "failed"]
    found = [
        PdfFault(
            RULE,
            f"{_standard(rule.get('specification', ''))}, {rule.get('clause', '')}",
            _short(rule.findtext("description") or ""),
        )
        for rule in rules
    ]
    return tuple(found) or (PdfFault(RULE, "ISO 19005", _short(said.get("statement", ""))),)


def _standard(said):
    """"ISO 19005-2:2011" without its year."""
    return re.sub(":[0-9]{4}$", "", said) or "ISO 19005"


def _short(text):
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…"
