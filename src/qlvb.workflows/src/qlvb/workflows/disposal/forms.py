"""The papers of a disposal as docx (TT 06/2025 Phụ lục II, III; layout as NĐ 30/2020 Phụ lục I)."""

from datetime import date
from datetime import datetime
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.rules import ROLE_TITLES
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Table
from qlvb.content.layout.heads import under_head
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.states import state_of
from qlvb.workflows.disposal.inputs import CHOICE_TITLES
from qlvb.workflows.disposal.inputs import REASON_TITLES
from zope.component import getUtility
from zope.i18n import translate


def _said(message):
    return translate(message, target_language="vi")



def _day(iso):
    return date.fromisoformat(iso[:10]).strftime("%d/%m/%Y") if iso else ""


def _heading(disposal, type_name, subject, body, signers, document_type="minutes"):
    """A Layout under the head of the agency; ``signers``: (title, name) on the left (or None) and on the right."""
    left, right = signers
    return under_head(
        getUtility(IDirectory).agency_of(disposal),
        document_type=document_type,
        type_name=type_name,
        subject=subject,
        day=clock.today(),
        body=tuple(body),
        signature_block=(right[0],),
        signer=right[1],
        co_signer_block=(left[0],) if left else (),
        co_signer=left[1] if left else "",
    )


def item_rows(sheet, outcome=None):
    """Rows of the list: bó số, tập số, tiêu đề và số hồ sơ, lý do hủy, ghi chú."""
    return tuple(
        (
            str(item.bundle),
            str(item.volume),
            f"{item.title} / {item.reference}" if item.reference else item.title,
            _said(REASON_TITLES[item.reason]),
            item.note or (item.skipped and f"Chưa hủy: {item.skipped}") or "",
        )
        for item in sheet.items(outcome)
    )


#: What the certificate says of a document that had no file, and of a dossier whose documents others keep.
NO_FILE, KEPT_ELSEWHERE = "Không có tệp", "Văn bản do hồ sơ khác giữ"
LIST_HEAD = ("Bó số", "Tập số", "Tiêu đề hồ sơ hoặc tập tài liệu / Số hồ sơ", "Lý do hủy", "Ghi chú")
LIST_WIDTHS = (1, 1, 6, 2, 2)


def the_list(disposal):
    """Phụ lục II: Danh mục tài liệu hết thời hạn lưu trữ, trùng lặp."""
    body = (
        f"Phông (khối): {disposal.fonds}",
        Table(LIST_HEAD, item_rows(ISheet(disposal)), LIST_WIDTHS),
    )
    return _heading(
        disposal,
        "Danh mục",
        "Tài liệu hết thời hạn lưu trữ, trùng lặp",
        body,
        (None, ("Người lập", name_of(disposal.proposer))),
    )


def explanation(disposal):
    """Phụ lục III: Bản thuyết minh."""
    sheet = ISheet(disposal)
    items = sheet.items()
    records = [record for record in (find_record(item.uid) for item in items) if record is not None]
    years = [year for record in records if (year := getattr(record, "year", None))]
    expired = [item for item in items if item.reason == "expired"]
    doubled = [item for item in items if item.reason == "duplicate"]
    body = (
        Block("heading", "I. Tóm tắt tình hình khối tài liệu hết thời hạn lưu trữ, trùng lặp"),
        Block("clause", disposal.formation, "1. Sự hình thành:"),
        Block(
            "clause",
            f"tổng số đưa ra xét giá trị {len(items)}; hết thời hạn lưu trữ {len(expired)}; trùng lặp {len(doubled)}.",
            "2. Số lượng:",
        ),
        Block("clause", f"từ năm {min(years)} đến năm {max(years)}." if years else "không xác định.", "3. Thời gian:"),
        Block("heading", "II. Tóm tắt thành phần và nội dung chủ yếu"),
        disposal.contents,
        Block("clause", _titles(expired), "1. Nhóm tài liệu hết thời hạn lưu trữ:"),
        Block("clause", _titles(doubled), "2. Nhóm tài liệu trùng lặp:"),
        Block("clause", disposal.other_groups or "không có.", "3. Các nhóm tài liệu khác:"),
    )
    return _heading(
        disposal,
        "Bản thuyết minh",
        "Tài liệu hết thời hạn lưu trữ, trùng lặp",
        body,
        (None, ("Người lập", name_of(disposal.proposer))),
    )


def _titles(items):
    """The first titles of a group: the whole list is a component of its own."""
    if not items:
        return "không có."
    shown = "; ".join(item.title for item in items[:10])
    return f"{shown}." if len(items) <= 10 else f"{shown}; và {len(items) - 10} hồ sơ, văn bản khác theo danh mục."


def council_decision(disposal):
    """Quyết định thành lập Hội đồng xét hủy tài liệu lưu trữ, as it was taken."""
    council = ISheet(disposal).council
    rows = tuple(
        (str(number), name_of(member["userid"]), _said(ROLE_TITLES[member["role"]]))
        for number, member in enumerate(council["members"], 1)
    )
    agency = getUtility(IDirectory).agency_of(disposal)
    body = (
        Block("article", f"Thành lập Hội đồng xét hủy tài liệu lưu trữ của {agency.title} gồm:", "Điều 1."),
        Table(("STT", "Họ và tên", "Vai trò"), rows, (1, 4, 4)),
        Block(
            "article",
            f"Hội đồng xem xét danh mục của đợt “{disposal.title}” và tư vấn cho người đứng đầu cơ quan quyết định.",
            "Điều 2.",
        ),
        Block(
            "article",
            f"Theo Quyết định số {council['decision_number']} ngày {_day(council['decision_date'])}.",
            "Điều 3.",
        ),
    )
    return _heading(
        disposal,
        "Quyết định",
        "Về việc thành lập Hội đồng xét hủy tài liệu lưu trữ",
        body,
        (None, (agency.head_title, "")),
    )


def minutes(disposal):
    """Biên bản họp Hội đồng: votes, outcomes, differing opinions, absences."""
    sheet = ISheet(disposal)
    votes, absent, ties = sheet.votes, sheet.absent, sheet.ties
    rows, differing = [], []
    for item in sheet.items():
        said = {userid: vote for userid, vote in votes.get(item.uid, {}).items() if userid not in absent}
        choices = [choice for choice, _why in said.values()]
        rows.append(
            (
                item.reference,
                item.title,
                str(choices.count("destroy")),
                str(choices.count("keep")),
                _said(CHOICE_TITLES[item.outcome]),
            )
        )
        for userid, (choice, why) in sorted(said.items()):
            if choice != item.outcome:
                differing.append(f"{name_of(userid)} ({item.reference}): {_said(CHOICE_TITLES[choice])}. {why}")
        if item.uid in ties:
            differing.append(f"{item.reference}: số phiếu bằng nhau, Chủ tịch quyết định. {ties[item.uid][1]}")
    present = "; ".join(
        f"{name_of(one)} ({_said(ROLE_TITLES[role])})" for one, role in sheet.members.items() if one not in absent
    )
    body = [
        f"Hội đồng được thành lập theo Quyết định số {sheet.council['decision_number']} "
        f"ngày {_day(sheet.council['decision_date'])} họp xét đợt “{disposal.title}”.",
        f"Chốt biên bản lúc {show_moment(datetime.fromisoformat(sheet.council['concluded']))}.",
        f"Thành phần dự họp: {present}.",
        "Vắng mặt: " + ("; ".join(f"{name_of(u)}: {why}" for u, why in absent.items()) or "không") + ".",
        Block("heading", "Kết quả biểu quyết"),
        Table(("Số hồ sơ", "Tiêu đề", "Đồng ý hủy", "Giữ lại", "Kết luận"), tuple(rows), (2, 5, 1, 1, 2)),
        Block("heading", "Ý kiến khác"),
        *(differing or ["Không có ý kiến khác."]),
    ]
    return _heading(
        disposal,
        "Biên bản",
        "Họp Hội đồng xét hủy tài liệu lưu trữ",
        body,
        (("Thư ký", name_of(sheet.holder_of("secretary"))), ("Chủ tịch Hội đồng", name_of(sheet.holder_of("chair")))),
    )


def handover(disposal):
    """Biên bản bàn giao tài liệu hủy: from the keeper of the store to who destroys."""
    sheet = ISheet(disposal)
    execution, decision = sheet.execution, sheet.decision
    body = (
        f"Căn cứ Quyết định hủy số {decision['number']} ngày {_day(decision['date'])}.",
        f"Bên giao: {name_of(execution['keeper'])}. Bên nhận: {name_of(execution['by'])}. "
        f"Người chứng kiến: {name_of(execution['witness'])}.",
        f"Hai bên giao nhận {len(sheet.items('destroy'))} hồ sơ, văn bản để hủy theo danh mục:",
        Table(LIST_HEAD, item_rows(sheet, "destroy"), LIST_WIDTHS),
    )
    signers = (("Bên giao", name_of(execution["keeper"])), ("Bên nhận", name_of(execution["by"])))
    return _heading(disposal, "Biên bản", "Bàn giao tài liệu hủy", body, signers)


def destruction(disposal):
    """Biên bản về việc hủy tài liệu, when it is done."""
    sheet = ISheet(disposal)
    execution, decision = sheet.execution, sheet.decision
    done = [item for item in sheet.items("destroy") if item.done]
    files = sum(len(item.destroyed) for item in done)
    body = (
        f"Căn cứ Quyết định hủy số {decision['number']} ngày {_day(decision['date'])}.",
        f"Người thực hiện: {name_of(execution['by'])}. Người chứng kiến: {name_of(execution['witness'])}.",
        f"Đã hủy {len(done)} hồ sơ, văn bản với {files} phiên bản tệp; nội dung không khôi phục được từ hệ thống.",
        Table(LIST_HEAD, item_rows(sheet, "destroy"), LIST_WIDTHS),
    )
    signers = (("Người chứng kiến", name_of(execution["witness"])), ("Người thực hiện", name_of(execution["by"])))
    return _heading(disposal, "Biên bản", "Về việc hủy tài liệu", body, signers)


def certified_rows(item):
    """Rows of an item that was destroyed: the dossier or document itself, then each of its files: list."""
    found = [
        (one["reference"], one["title"], f"{one['filename']} ({one['version']})", one["sha256"])
        for one in item.destroyed
    ]
    if item.kind == "document":
        return found or [(item.reference, item.title, NO_FILE, "")]
    why = "" if found else KEPT_ELSEWHERE if _others_keep(item) else NO_FILE
    return [(item.reference, item.title, why, ""), *found]


def _others_keep(item):
    """bool: documents of the destroyed dossier of ``item`` still have their content, in other dossiers."""
    dossier = find_record(item.uid)
    documents = IDossierContents(dossier).documents() if dossier is not None else ()
    return any(one is not None and state_of(one) != "destroyed" for _item, one in documents)


def certificate(disposal, digest):
    """The readable side of the certificate: every destroyed file with its hash; ``digest``: SHA-256 of the JSON."""
    sheet = ISheet(disposal)
    decision = sheet.decision
    done, left = ([item for item in sheet.items("destroy") if bool(item.done) is was] for was in (True, False))
    rows = tuple(row for item in done for row in certified_rows(item))
    body = (
        f"Theo Quyết định hủy số {decision['number']} ngày {_day(decision['date'])} của {name_of(decision['by'])}.",
        f"Đã hủy {len(done)} hồ sơ, văn bản với {sum(len(item.destroyed) for item in done)} phiên bản tệp.",
        *(f"Chưa hủy {item.reference}: {item.skipped.rstrip('.')}." for item in left),
        "Mã kiểm chứng SHA-256 của bản dữ liệu:",
        digest,
        Table(("Số hồ sơ, văn bản", "Tiêu đề", "Tệp (phiên bản)", "SHA-256"), rows, (3, 4, 3, 5)),
    )
    agency = getUtility(IDirectory).agency_of(disposal)
    signers = (None, (agency.title, ""))
    return _heading(disposal, "Giấy chứng nhận", "Tiêu hủy tài liệu", body, signers, document_type="certificate")


FORMS = {
    "list": the_list,
    "explanation": explanation,
    "council_decision": council_decision,
    "minutes": minutes,
    "handover": handover,
    "destruction": destruction,
}


def made(disposal, component):
    """bytes of the docx of a component in FORMS."""
    return compose(FORMS[component](disposal))
