"""What makes a PDF a scan, and what NĐ 30/2020 Phụ lục I Phần II Mục I asks of it."""

from io import BytesIO
from made_files import text_pdf
import pikepdf
import pytest
from qlvb.content.violations import Refused
from qlvb.workflows.incoming import scans
from scanned import paper_scan


def made_with(*, resolution=200, mode="RGB", version="1.6"):
    pdf = paper_scan(resolution, mode)
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(target, force_version=version)
    return target.getvalue()


@pytest.mark.parametrize(
    ("pdf", "codes"),
    [
        (made_with(), []),
        (made_with(resolution=300), []),
        (made_with(mode="P"), []),
        (made_with(resolution=150), ["scan_resolution"]),
        (made_with(mode="L"), ["scan_not_in_colour"]),
        (made_with(mode="1"), ["scan_not_in_colour"]),
        (made_with(version="1.3"), ["scan_version"]),
        (made_with(version="1.3", resolution=100, mode="L"), ["scan_version", "scan_not_in_colour", "scan_resolution"]),
    ],
)
def test_a_scan_and_its_faults(pdf, codes):
    scan = scans.look(pdf)
    assert scans.is_scan(scan)
    assert [code for code, _page, _value in scans.faults(scan)] == codes


def test_one_bad_page_among_good_ones_is_named():
    with pikepdf.open(BytesIO(paper_scan())) as good, pikepdf.open(BytesIO(paper_scan(96))) as bad:
        good.pages.extend(bad.pages)
        target = BytesIO()
        good.save(target)
    assert scans.faults(scans.look(target.getvalue())) == [("scan_resolution", 2, "96")]


def test_a_page_scanned_in_strips_is_a_scan():
    strips = tuple(scans.Picture(0.25, 300, True) for _strip in range(4))
    assert scans.is_scan(scans.Scan((1, 4), (strips,)))


def test_a_composed_letter_is_no_scan():
    assert not scans.is_scan(scans.look(text_pdf("Kính gửi: Sở Nội vụ")))


def test_what_is_no_pdf_is_refused():
    with pytest.raises(Refused):
        scans.look(b"%PDF-1.4 nothing")
