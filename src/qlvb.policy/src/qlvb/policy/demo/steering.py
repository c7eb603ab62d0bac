"""Tasks of the demonstration province: an instruction of the province with reports back, work of a department, a job
template. Days are counted from today, so that something is always due and something always late.
"""

from datetime import timedelta
from qlvb.content import clock
from qlvb.content.organisation.accounts import create_person
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.incoming import take_event
from qlvb.workflows.tasklink.incoming import take_task
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.interfaces import IJobTemplates
from qlvb.workflows.tasks.interfaces import ITaskFactory
import transaction
from zope.component import getUtility


#: (job, place, working days, product) of a standard job.
CONFERENCE = (
    ("Trình kế hoạch và dự toán hội nghị", "skhcn.cntt", 3, "Tờ trình"),
    ("Gửi giấy mời, chuẩn bị tài liệu", "user:leminhanh", 6, "Giấy mời"),
    ("Chuẩn bị hội trường, đường truyền", "skhcn.ttcntt", 8, ""),
    ("Thông báo kết luận hội nghị", "skhcn.vp", 12, "Thông báo"),
)
#: That of a unit, which its head keeps.
BACKUP = (
    ("Sao lưu dữ liệu máy chủ, kiểm tra bản sao", "user:leminhanh", 2, "Biên bản sao lưu"),
    ("Báo cáo kết quả sao lưu trong tháng", "skhcn.cntt", 4, "Báo cáo"),
)

#: Account of the province's system of tasks; it has no password, nobody signs in with it.
PROVINCE_SYSTEM = "hethongtinh"


def create_tasks(portal):
    """Give the tasks and play them as far as they are; a site that has tasks already is left as it is."""
    if any(agency["tasks"].objectIds() for agency in portal.objectValues() if agency.portal_type == "Agency"):
        return
    _instruction()
    _department()
    _of_the_province(portal)
    with acting_as("nguyenthithuha"):
        IJobTemplates(portal["skhcn"]).put("Tổ chức hội nghị chuyển đổi số", _steps(CONFERENCE))
    with acting_as("phamquochuy"):
        IJobTemplates(portal["skhcn"]).put("Sao lưu dữ liệu tháng", _steps(BACKUP), unit="cntt", by="phamquochuy")
    transaction.commit()


def _steps(rows):
    names = ("subject", "executor", "working_days", "product")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _instruction():
    """The chairman wants to know how the province's plan is carried out."""
    with _on(-12):
        top = _give(
            "dangvanphuc",
            "ubnd-tinh",
            subject="Báo cáo kết quả thực hiện Kế hoạch chuyển đổi số quý IV",
            request="Nêu rõ số liệu, việc chưa làm được, nguyên nhân và kiến nghị.",
            product="Báo cáo có số liệu kèm theo",
            leads=["skhcn", "snv", "ubnd-xa-phu-lam"],
            deadline=clock.today() + timedelta(days=16),
            urgency="urgent",
        )
        science, home, _commune = children_of(top)
    with _on(-11):
        _do(science, "accept_task", "nguyenthithuha")
        _do(home, "accept_task", "tranduclong")
        part = _do(
            science,
            "split",
            "nguyenthithuha",
            subject="Tổng hợp số liệu văn bản điện tử có ký số",
            leads=["skhcn.cntt"],
            deadline=(clock.today() + timedelta(days=13)).isoformat(),
        )
    with _on(-10):
        below = next(child for child in children_of(science) if child.UID() == part["uid"])
        _do(below, "hand_on", "phamquochuy", executor="user:leminhanh")
    with _on(-4):
        _do(
            below,
            "report",
            "leminhanh",
            progress=60,
            text="Đã có số liệu của 18/30 đơn vị.",
            difficulty="Mười hai xã chưa gửi số liệu qua hệ thống.",
            proposal="Đề nghị Sở Nội vụ cùng đôn đốc.",
        )
        _do(
            home,
            "report_back",
            "tranduclong",
            progress=100,
            text="Sở Nội vụ đã số hóa 100% hồ sơ công chức; 96% văn bản đi có ký số.",
            proposal="Bố trí kinh phí bồi dưỡng kỹ năng số năm sau.",
        )


def _department():
    """Work within Sở Khoa học và Công nghệ: late, done, waiting for more time, new."""
    with _on(-20):
        late = _give(
            "nguyenthithuha",
            "skhcn",
            subject="Rà soát bản quyền phần mềm của các phòng",
            leads=["skhcn.cntt"],
            product="Danh mục phần mềm",
            deadline=clock.today() + timedelta(days=14),
        )
        _do(late, "accept_task", "phamquochuy")
        done = _give(
            "phamquochuy",
            "skhcn",
            subject="Cập nhật sơ đồ mạng nội bộ",
            leads=["user:leminhanh"],
            deadline=clock.today() + timedelta(days=10),
        )
        _do(done, "accept_task", "leminhanh")
    with _on(-12):
        _do(done, "complete", "leminhanh", text="Đã cập nhật sơ đồ, gửi kèm hồ sơ.")
        _do(done, "approve_result", "phamquochuy", opinion="Đạt yêu cầu.")
        _do(late, "report", "phamquochuy", progress=45, text="Đã rà soát 5/11 phòng, đơn vị.")
    with _on(-3):
        _do(late, "chase_task", "nguyenthithuha", level="reminder", text="Khẩn trương hoàn thành.")
        longer = _give(
            "phamquochuy",
            "skhcn",
            subject="Xây dựng tài liệu hướng dẫn họp trực tuyến",
            leads=["user:leminhanh"],
            product="Tài liệu hướng dẫn",
            deadline=clock.today() + timedelta(days=5),
        )
        _do(longer, "accept_task", "leminhanh")
    with _on(-1):
        until = (clock.today() + timedelta(days=12)).isoformat()
        _do(longer, "ask_task_extension", "leminhanh", until=until, reason="Chờ thiết bị phòng họp được lắp đặt")
        _give(
            "nguyenthithuha",
            "skhcn",
            subject="Chuẩn bị nội dung làm việc với Sở Nội vụ",
            leads=["user:leminhanh"],
            coordinators=["skhcn.vp"],
            deadline=clock.today() + timedelta(days=3),
        )


def _of_the_province(portal):
    """A task that the province's system has given. There is no such system to talk to, so the link is off."""
    create_person(PROVINCE_SYSTEM, "Hệ thống theo dõi nhiệm vụ của tỉnh")
    getUtility(ITaskLink).change({"address": "https://nhiemvu.sonhai.example/api", "account": PROVINCE_SYSTEM})
    order = {
        "number": "152/NV-UBND",
        "agency": "skhcn",
        "subject": "Báo cáo kết quả sắp xếp lại hạ tầng máy chủ của tỉnh",
        "quotation": "Giao Sở Khoa học và Công nghệ chủ trì, báo cáo kết quả sắp xếp lại hạ tầng máy chủ.",
        "product": "Báo cáo",
        "document": "Thông báo kết luận số 88/TB-UBND",
        "url": "https://nhiemvu.sonhai.example/nhiem-vu/152",
        "deadline": (clock.today() + timedelta(days=9)).isoformat(),
    }
    with _on(-6), acting_as(PROVINCE_SYSTEM):
        task, _outcome = take_task(order, PROVINCE_SYSTEM, portal)
    with _on(-5):
        _do(task, "hand_on", "nguyenthithuha", executor="skhcn.cntt", opinion="Phòng chủ trì, báo cáo trước 2 ngày.")
    with _on(-2):
        words = {"text": "Đã kiểm kê 14/22 máy chủ.", "difficulty": "Ba xã chưa có đường truyền riêng."}
        _do(task, "report", "phamquochuy", progress=35, **words)
    with _on(-1), acting_as(PROVINCE_SYSTEM):
        first = exchange_of(task).reports[0]
        receipt = {"id": "xac-nhan-1", "number": order["number"], "event": "report_confirmed", "report": first.id}
        take_event(receipt, PROVINCE_SYSTEM, portal)


def _on(days):
    """The clock held so many days from now."""
    return clock.held(clock.now() + timedelta(days=days))


def _give(by, agency_id, **fields):
    with acting_as(by):
        return getUtility(ITaskFactory).create(agency_id, fields, by)


def _do(task, act, by, **data):
    with acting_as(by):
        return IActs(task).perform(act, data)
