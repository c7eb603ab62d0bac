"""Holds and disposal of the demonstration: a held dossier, a precedent, expired dossiers before their council."""

from datetime import date
from datetime import timedelta
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.creation import add_catalogue
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.policy.demo.catalogues import entry_row
from qlvb.policy.demo.past import dealt_with
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.disposal.creation import create_disposal
from qlvb.workflows.holds.creation import create_hold
import transaction
from zope.component import getUtility


AGENCY, ARCHIVIST = "skhcn", "hoangvanluu"
#: Years before this one whose dossiers of five years are over.
BACK = 7
HEADINGS = [{"key": "vp", "symbol": "VP", "title": "Văn phòng"}]
DOSSIERS = (
    (1, "vp", "Hồ sơ mua văn phòng phẩm năm {year}", 5, "leminhanh"),
    (2, "vp", "Hồ sơ điều động xe công tác năm {year}", 5, "leminhanh"),
    (3, "vp", "Hồ sơ sửa chữa nhỏ trụ sở năm {year}", 5, "phamquochuy"),
    (4, "vp", "Hồ sơ giải quyết kiến nghị về tiếng ồn khi sửa trụ sở năm {year}", 5, "phamquochuy"),
)
PRECEDENT = {
    "topic": "Bồi thường cho hộ dân khi thi công trong giờ nghỉ",
    "basis": "",
    "reason": "Lần đầu Sở giải quyết loại kiến nghị này, các đơn vị tham chiếu về sau.",
}


def create_disposals(portal):
    """Make them once; a site that has holds is left as it is."""
    if portal[AGENCY]["holds"].objectIds():
        return
    dossiers = _dossiers(portal, clock.today().year - BACK)
    transaction.commit()
    with acting_as(ARCHIVIST):
        hold = create_hold(
            AGENCY,
            {
                "case_number": "03/TTr-2026",
                "title": "Thanh tra việc sửa chữa trụ sở",
                "reason": "Thanh tra tỉnh yêu cầu giữ nguyên hồ sơ trong thời gian thanh tra.",
                "basis": f"118/TTT-NV1, {clock.today() - timedelta(days=12):%d/%m/%Y}",
                "valid_from": clock.today() - timedelta(days=10),
            },
            ARCHIVIST,
        )
        *proposed, held, precedent = dossiers
        IHoldContents(hold).add(held, ARCHIVIST)
        held.reindexObject()
        hold.reindexObject()
        IActs(precedent).perform("mark_precedent", PRECEDENT)
        disposal = create_disposal(
            AGENCY,
            {
                "title": "Xét hủy hồ sơ văn phòng hết thời hạn",
                "formation": "Hình thành trong hoạt động hành chính, quản trị của Văn phòng Sở.",
                "contents": "Hồ sơ mua sắm nhỏ, điều động xe; không có giá trị lịch sử.",
            },
            ARCHIVIST,
        )
        for dossier in proposed:
            add_item(disposal, dossier, "expired", ARCHIVIST)
            dossier.reindexObject()
        IActs(disposal).perform(
            "convene",
            {
                "decision_number": "41/QĐ-SKHCN",
                "decision_date": (clock.today() - timedelta(days=3)).isoformat(),
                "chair": "buitrungkien",
                "secretary": ARCHIVIST,
                "unit": ["phamquochuy"],
                "expert": ["leminhanh"],
            },
        )
    transaction.commit()


def _dossiers(portal, year):
    """Closed dossiers whose five years are over: list."""
    section = portal[AGENCY]["dossiers"]
    with clock.held(date(year, 1, 5)), acting_as(ARCHIVIST):
        catalogue = add_catalogue(section, year, HEADINGS, [entry_row(entry, year) for entry in DOSSIERS])
        IActs(catalogue).perform("approve_catalogue", {})
        finder = getUtility(IDossierFinder)
        found = [finder.open_from_entry(catalogue, f"{entry[0]:02d}.VP", entry[4]) for entry in DOSSIERS]
    with clock.held(date(year, 12, 28)):
        for number, dossier in enumerate(found, start=1):
            fields = {
                "subject": f"V/v {dossier.title[0].lower()}{dossier.title[1:]}",
                "issuing_body": "Công ty TNHH Văn phòng phẩm Sơn Hải",
                "document_symbol": "VPP-SH",
                "original_number": str(20 + number),
                "document_type": "official_letter",
                "issue_date": date(year, 6, number),
            }
            document = getUtility(IDocumentFactory).create("IncomingDocument", AGENCY, fields, by="vanthuskhcn")
            dealt_with(document, "vanthuskhcn", dossier.holder)
            IDossierContents(dossier).add(document, dossier.holder)
            with acting_as(dossier.holder):
                IActs(dossier).perform("close", {"end_date": date(year, 12, 20).isoformat()})
    return found
