"""PDF/A-2b of a scan (ISO 19005-2; TT 05/2025/TT-BNV Điều 8). What a scanner leaves out is a claim and the meaning of
its colours; pages and pictures stay as they are, byte by byte. Whether it is PDF/A then the judge says, as of any file.
"""

from io import BytesIO
import pikepdf
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from pikepdf import String
from PIL import ImageCms
from qlvb.workflows.transfer.intake.pdfa.looking import DAMAGE


SRGB = "sRGB IEC61966-2.1"
#: What a scan has no use for, and PDF/A forbids.
_ACTIVE = ("/OpenAction", "/AA", "/Names", "/AcroForm", "/OCProperties")


def archival_copy(data):
    """bytes of the PDF ``data`` with the claim of PDF/A-2b and a profile for its colours; None where it does not open.

    Fonts, films and signatures are none of its business: give it scans, and have what comes back judged.
    """
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for name in _ACTIVE:
                if name in pdf.Root:
                    del pdf.Root[name]
            if "/Info" in pdf.trailer:
                del pdf.trailer["/Info"]
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
                said["pdfaid:part"], said["pdfaid:conformance"] = "2", "B"
            pdf.Root.OutputIntents = Array([_srgb(pdf)])
            target = BytesIO()
            pdf.save(target, min_version="1.4", deterministic_id=True)
    except DAMAGE:
        return None
    return target.getvalue()


def _srgb(pdf):
    profile = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile.N = 3
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String(SRGB),
            Info=String(SRGB),
            DestOutputProfile=profile,
        )
    )
