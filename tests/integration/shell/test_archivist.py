"""Every tile of the archivist stands on a box that a room has registered, and his menu leads to each."""

from qlvb.content.index.interfaces import IBox
from qlvb.policy.shell.archive_tiles import ARCHIVIST
from qlvb.policy.shell.menu import places_for
from qlvb.policy.shell.tiles import registered
from zope.component import queryUtility


TITLES = (
    ("GIAO NỘP", ("Chờ tiếp nhận", "Đang kiểm tra", "Trả lại để bổ sung", "Đã tiếp nhận")),
    ("THEO DÕI", ("Hồ sơ đến hạn nộp lưu", "Hồ sơ quá hạn nộp lưu (theo đơn vị)", "Văn bản chưa vào hồ sơ")),
    (
        "BẢO QUẢN",
        ("Sắp hết thời hạn bảo quản", "Đang tạm dừng hủy", "Chờ Hội đồng xác định giá trị", "Lỗi toàn vẹn / chữ ký"),
    ),
    ("KHAI THÁC", ("Chờ duyệt mượn", "Đang mượn", "Quá hạn trả")),
)


def test_no_tile_is_left_out(portal):
    shown = registered(ARCHIVIST)
    assert [(one.title.default, tuple(tile.title.default for tile in one.tiles)) for one in shown] == list(TITLES)


def test_no_place_of_the_archivists_menu_is_left_out(portal):
    places = [place for _section, places in places_for({"archivist", "member"}) for place in places]
    assert [place.box for place in places if place.box and queryUtility(IBox, name=place.box) is None] == []
