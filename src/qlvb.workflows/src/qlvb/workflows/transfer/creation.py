"""Making a transfer."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc_tree
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.interfaces import KINDS
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.transfer.interfaces import ITransferSettings
from uuid import uuid4
from zope.component import getUtility


#: What is given when one is made.
FIELDS = ("title", "kind", "unit", "basis")


def create_transfer(agency_id, values, by):
    """Make a transfer in state ``draft`` and return it; ``values``: dict of FIELDS, all but ``title`` optional.

    The person's own unit hands over unless he is an archivist and names another; only archivists hand over to the
    historical archive.

    :raises Refused: 400 with every rule that is not met, 403 not his to do.
    """
    values = nfc_tree({name: str(values.get(name) or "").strip() for name in FIELDS})
    values["kind"] = values["kind"] or "current"
    directory = getUtility(IDirectory)
    archivist = by in directory.holders(agency_id, "archivist")
    post = directory.main_post(by, agency_id)
    own = post.department if post is not None else ""
    unit = values["unit"] or ("" if archivist else own)
    if violations := list(_violations(agency_id, values, unit)):
        raise Refused(violations)
    if not archivist and (unit != own or values["kind"] == HISTORICAL):
        message = _(
            "violation_transfer_not_yours",
            default="Chỉ lưu trữ cơ quan lập đợt giao nộp thay đơn vị khác hoặc nộp vào lưu trữ lịch sử.",
        )
        raise Refused(Violation("unit" if unit != own else "kind", "forbidden", message), 403)
    transfer = createContentInContainer(
        directory.agency_object(agency_id)["transfers"],
        "Transfer",
        checkConstraints=False,
        id=uuid4().hex,
        title=values["title"],
        kind=values["kind"],
        basis=values["basis"],
        drafting_unit=unit,
        depositor=by,
        year=clock.today().year,
    )
    IGrants(transfer).grant(by, "Drafter", "draft")
    IJournal(transfer).append("created", by, {"title": transfer.title, "kind": transfer.kind, "unit": unit})
    transfer.reindexObject()
    transfer.reindexObjectSecurity()
    return transfer


def _violations(agency_id, values, unit):
    directory = getUtility(IDirectory)
    if not values["title"]:
        message = _("violation_transfer_title", default="Hãy ghi tên khối tài liệu giao nộp.")
        yield Violation("title", "title_missing", message, "NĐ 30/2020 Phụ lục V")
    for name, most in (("title", 500), ("basis", 1000)):
        if len(values[name]) > most:
            message = _("violation_transfer_long", default="Tối đa ${most} ký tự.", mapping={"most": str(most)})
            yield Violation(name, "too_long", message)
    if values["kind"] not in KINDS:
        message = _("violation_transfer_kind", default="Nơi nộp phải là lưu trữ hiện hành hoặc lưu trữ lịch sử.")
        yield Violation("kind", "choice_unknown", message)
    elif values["kind"] == HISTORICAL and not ITransferSettings(directory.agency_object(agency_id)).historical_source:
        message = _(
            "violation_transfer_no_source",
            default="Cơ quan không thuộc nguồn nộp lưu tài liệu vào lưu trữ lịch sử (xem Quy định nộp lưu).",
        )
        yield Violation("kind", "no_source", message, "Luật Lưu trữ 33/2024/QH15 Điều 17")
    if unit and directory.department(agency_id, unit) is None:
        message = _("violation_transfer_department", default="Không có đơn vị này trong cơ quan.")
        yield Violation("unit", "unit_unknown", message)
