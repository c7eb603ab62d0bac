"""Which documents go into a package of documents, and what keeps a request for one from being one."""

from qlvb.content import _
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.packages.interfaces import RULE
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.filing.unfiled import BOX
import re
from zope.component import getUtility


KINDS = ("SIP", "AIP")
OUTGOING, INCOMING = "0", "1"
#: Value of the field "source" (TT 05/2025) -> portal type, and the filter of its day.
SOURCES = {OUTGOING: ("OutgoingDocument", "issue"), INCOMING: ("IncomingDocument", "arrival")}
#: Documents of one package: all are written when it is built.
MOST = 1000
#: What a request says -> most characters. ``source`` one of SOURCES; ``from``, ``to`` ISO dates; ``transfer`` number of
#: the transfer, 1 to 99.
OPTIONS = {
    "source": 1,
    "from": 10,
    "to": 10,
    "transfer": 2,
    "title": 1000,
    "description": 2000,
    "agreement": 100,
}
REQUIRED = {
    "source": _("loose_source", default="Nguồn gốc"),
    "from": _("loose_from", default="Từ ngày"),
    "to": _("loose_to", default="Đến ngày"),
    "title": _("loose_name", default="Tiêu đề gói tin"),
}
_EMPTY = _(
    "violation_loose_none",
    default="Không có văn bản nào chưa vào hồ sơ trong khoảng ngày này mà anh/chị được xem.",
)


def violations_of(kind, options):
    """What is wrong with a request, before anything is looked up: list of Violation (pure)."""
    found = []
    if kind not in KINDS:
        text = _("violation_loose_kind", default="Loại gói văn bản phải là SIP hoặc AIP.")
        found.append(Violation("kind", "package_kind_unknown", text, RULE))
    for name, value in options.items():
        if name not in OPTIONS or not isinstance(value, str) or len(value) > OPTIONS[name]:
            text = _(
                "violation_loose_option",
                default="Không có mục này, hoặc giá trị quá dài: ${name}.",
                mapping={"name": str(name)[:80]},
            )
            found.append(Violation(str(name), "option_unknown", text))
    for name in REQUIRED:
        if not options.get(name):
            text = _(
                "violation_loose_required", default="Cần ghi: ${name}.", mapping={"name": REQUIRED[name]}
            )
            found.append(Violation(name, "required", text, RULE))
    texts = {name: value for name, value in options.items() if isinstance(value, str)}
    if texts.get("source") and texts["source"] not in SOURCES:
        text = _("violation_loose_source", default="Nguồn gốc là 0 (văn bản đi) hoặc 1 (văn bản đến).")
        found.append(Violation("source", "source_unknown", text, RULE))
    if not re.fullmatch("[1-9][0-9]?|0[1-9]", texts.get("transfer") or "1"):
        text = _("violation_loose_transfer", default="Số thứ tự đợt nộp là số từ 1 đến 99.")
        found.append(Violation("transfer", "transfer_wrong", text, RULE))
    if texts.get("from") and texts.get("to") and texts["to"] < texts["from"]:
        text = _("violation_loose_days", default="Ngày cuối trước ngày đầu.")
        found.append(Violation("to", "days_reversed", text))
    return found


def chosen(agency_id, options):
    """UIDs of the documents of a request without violations that the current user may view, by day and number: tuple.

    Only what was dealt with and lies in no dossier: for what is in one, the law has the package of the dossier.

    :raises Refused: 400 the agency has no identifier; a day that is none; no document, or more than MOST.
    """
    if not getUtility(IDirectory).agency(agency_id).identifier:
        raise Refused(Violation("agency", "identifier_missing", NO_IDENTIFIER, RULE))
    portal_type, day = SOURCES[options["source"]]
    question = Question(
        box=BOX,
        filters={
            "agency": agency_id,
            "type": portal_type,
            f"{day}_from": options["from"],
            f"{day}_to": options["to"],
        },
        sort=f"{day}_date",
        principals=frozenset({group_id(agency_id, "archivist")}),
    )
    found = []
    for row in every_row(question):
        found.append(row)
        if len(found) > MOST:
            text = _(
                "violation_loose_many",
                default="Có hơn ${most} văn bản; hãy chọn khoảng ngày ngắn hơn.",
                mapping={"most": MOST},
            )
            raise Refused(Violation("to", "too_many", text))
    if not found:
        raise Refused(Violation("from", "package_empty", _EMPTY, RULE))
    found.sort(key=lambda row: (getattr(row, f"{day}_date"), _number(row), row.reference, row.uid))
    return tuple(row.uid for row in found)


def _number(row):
    first = row.reference.partition("/")[0]
    return row.arrival_number or (int(first) if first.isascii() and first.isdigit() else 0)


NO_IDENTIFIER = _("violation_package_identifier", default="Cơ quan chưa có mã định danh nên không lập được mã hồ sơ.")
