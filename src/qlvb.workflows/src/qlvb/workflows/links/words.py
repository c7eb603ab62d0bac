"""What screens of links call what went to and fro."""

from qlvb.content import _


#: State of a message -> (words, tone).
OUTCOMES = {
    "queued": (_("link_state_queued", default="Chờ gửi"), "warn"),
    "sent": (_("link_state_sent", default="Đã gửi, chờ xác nhận"), "info"),
    "failed": (_("link_state_failed", default="Gửi lỗi"), "bad"),
}
TEST_STATES = {
    "queued": (_("link_test_queued", default="Đang thử kết nối…"), "info"),
    "running": (_("link_test_queued", default="Đang thử kết nối…"), "info"),
    "done": (_("link_test_done", default="Kết nối được"), "good"),
    "failed": (_("link_test_failed", default="Không kết nối được"), "bad"),
}
WAYS = {"in": _("link_way_in", default="Nhận"), "out": _("link_way_out", default="Gửi")}
