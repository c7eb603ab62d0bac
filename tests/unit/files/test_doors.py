"""Who reads the bytes of stored files: what gives them away asks whether they may leave, the others keep them inside."""

from pathlib import Path
import re


SOURCE = Path(__file__).parents[3] / "src"
READS = re.compile(
    r"(version|current|version\(\w+\)|source)\.(data|pdf|pdf_blob|searchable_blob)\(\)|(?<!\.)version\.blob\b"
)
ASKS = ("ILeaving", "obstacles", "forbid_unfit")
#: Modules through which bytes leave.
LEAVING = {
    "content/files/browser/all_files.py",
    "content/files/serving.py",
    "workflows/consultation/requests.py",
    "workflows/delivery/arrival.py",
    "workflows/delivery/recall/browser/marked.py",
    "workflows/onestop/line.py",
    "workflows/packages/contents.py",
    "workflows/packages/exporting/pdf.py",
    "workflows/publication/browser/page.py",
    "workflows/readings/copies.py",
    "workflows/tasklink/uploads.py",
}
#: Modules that look at them, sign them, draw them or copy them within the agency.
INSIDE = {
    "content/disposals/destroying.py",
    "content/files/summary.py",
    "content/integrity/fixity.py",
    "policy/commands/check.py",
    "policy/document/browser/filelist.py",
    "policy/document/browser/signatures.py",
    "policy/document/comparison.py",
    "workflows/appraisal/acts.py",
    "workflows/appraisal/layout_checks.py",
    "workflows/editing/acts.py",
    "workflows/editing/draft_text.py",
    "workflows/filing/acts/archival_form.py",
    "workflows/filing/task_reports.py",
    "workflows/delivery/recall/receipt.py",
    "workflows/incoming/acts/attaching.py",
    "workflows/incoming/acts/scan_signing.py",
    "workflows/incoming/verification.py",
    "workflows/outgoing/addressing.py",
    "workflows/outgoing/issuing.py",
    "workflows/outgoing/official.py",
    "workflows/outgoing/originals.py",
    "workflows/outgoing/sealing.py",
    "workflows/outgoing/signing.py",
    "workflows/packages/signatures.py",
    "workflows/recognition/jobs.py",
    "workflows/renditions/jobs.py",
    "workflows/signing/api/signatures/service.py",
    "workflows/signing/counterparts.py",
    "workflows/texts/sources.py",
    "workflows/transfer/intake/pdfa/kept.py",
    "workflows/transfer/intake/reading.py",
    "workflows/viruses/checking.py",
}


def readers():
    """dict module -> its text."""
    found = {}
    for path in SOURCE.glob("*/src/qlvb/**/*.py"):
        text = path.read_text()
        if READS.search(text):
            found[str(path.relative_to(SOURCE)).split("/src/qlvb/")[1]] = text
    return found


def test_whoever_reads_bytes_is_known_and_asks_before_giving_them_away():
    found = readers()
    assert set(found) - LEAVING - INSIDE == set(), "a new reader: does it give bytes away, or keep them inside?"
    assert (LEAVING | INSIDE) - set(found) == set(), "reads no bytes any more"
    for module in LEAVING:
        assert any(word in found[module] for word in ASKS), module
