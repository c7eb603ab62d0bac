"""Tiles and menus, word for word and in the order of product/screens: every one stands on a list that a room has registered."""

import pytest
from qlvb.content.index.interfaces import IBox
from qlvb.policy.shell.archive_tiles import ARCHIVIST
from qlvb.policy.shell.menu import places_for
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.tabs import tabs_for
from qlvb.policy.shell.tiles import groups_for
from qlvb.policy.shell.tiles import registered
from zope.component import getUtility
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
LEADER, SPECIALIST, CLERK, KEEPER = ({one, "member"} for one in ("leader", "specialist", "clerk", "archivist"))
#: Who -> groups with the tiles that begin them; what stands behind is the product's own.
TILES = (
    (
        LEADER,
        (
            "VĂN BẢN ĐẾN: Chưa xử lý · Đang xử lý · Đã xử lý · Đến hạn · Quá hạn · Chờ duyệt · VB Ủy quyền duyệt · Đã chuyển thực hiện",
            "VĂN BẢN ĐI: Chờ duyệt · Chờ xử lý · Ủy quyền duyệt · Đã phát hành",
            "MỘT CỬA: Văn bản chờ ký duyệt từ một cửa",
            "KÝ SỐ: Cần ký · Đang xử lý · Thất bại",
            "PHIẾU TRÌNH: Chờ xử lý · Đang xử lý · Đã phê duyệt · Xin ý kiến",
            "CHỈ ĐẠO ĐIỀU HÀNH: Đang thực hiện · Sắp đến hạn · Chậm tiến độ · Chờ phê duyệt · Có hồi báo mới",
            "HÔM NAY: Lịch công tác · Văn bản Hỏa tốc · Việc ủy quyền sắp hết hạn",
        ),
    ),
    (
        SPECIALIST,
        (
            "VĂN BẢN ĐẾN: Chưa xử lý · Đang xử lý · Đến hạn · Quá hạn · Nhận để biết · Bị trả lại",
            "XỬ LÝ CÔNG VIỆC: Dự thảo · Dự thảo bị trả lại · Chờ cho ý kiến · Chờ xử lý (VB đi) · Đã phát hành",
            "VIỆC ĐƯỢC GIAO: Chờ tiếp nhận · Đang thực hiện · Sắp đến hạn · Quá hạn",
            "HỒ SƠ: Đang thực hiện · Cần bổ sung · Đến hạn nộp lưu",
        ),
    ),
    (
        CLERK,
        (
            "VĂN BẢN ĐẾN: Chờ tiếp nhận · Chờ phân phối · Bị trả lại · Quá hạn của cơ quan",
            "VĂN BẢN ĐI: Chờ cấp số / Văn bản chờ ban hành · Văn bản chờ ban hành một cửa · Chờ đóng dấu · Văn bản chờ gửi qua mạng"
            " · Văn bản đã gửi nhưng chưa đến nơi · VB từ chối, trả lại · VB thay thế, thu hồi",
        ),
    ),
)
#: Who, section -> entries in this order, with others between or behind; "Group: …" are neighbours under one title.
MENUS = (
    (
        LEADER,
        "incoming",
        "Chờ duyệt (cho ý kiến) · Chưa xử lý · Đang xử lý · Đến hạn · Quá hạn · Đã chuyển thực hiện · Đã xử lý · VB Ủy quyền duyệt"
        " · VĂN BẢN ĐỂ BIẾT · Theo dõi văn bản đến đơn vị · Tra cứu văn bản đến",
    ),
    (
        LEADER,
        "outgoing",
        "Duyệt văn bản đi: VB chờ duyệt · VB chờ chuyên viên xử lý · VB chờ lãnh đạo khác duyệt · VB chờ văn thư phát hành"
        " · VB đã phát hành · VB được ủy quyền",
    ),
    (LEADER, "outgoing", "VB được ủy quyền · VĂN BẢN LÀ NGƯỜI KÝ"),
    (LEADER, "notes", "Văn bản chờ ký duyệt từ một cửa · Phiếu trình chờ xử lý"),
    (LEADER, "notes", "Lấy ý kiến: Chờ xin ý kiến · Kết thúc lấy ý kiến · Tất cả"),
    (LEADER, "tasks", "VĂN BẢN CHỈ ĐẠO · Theo dõi nhiệm vụ · HỒI BÁO CỦA CƠ QUAN · Đôn đốc"),
    (LEADER, "schedule", "Toàn bộ lịch công tác"),
    (LEADER, "overview", "Tình hình xử lý theo đơn vị, theo người; đúng hạn / quá hạn"),
    (SPECIALIST, "incoming", "Văn bản chờ xử lý · Phối hợp xử lý · Đã xử lý · Nhận để biết · Tra cứu văn bản đến"),
    (
        SPECIALIST,
        "outgoing",
        "Thêm VB đi · Dự thảo của tôi · Theo dõi văn bản đi · VĂN BẢN LÀ NGƯỜI SOẠN · Tra cứu văn bản đi",
    ),
    (SPECIALIST, "notes", "Phiếu trình: Phiếu trình của tôi · Phiếu trình nhận để biết"),
    (SPECIALIST, "tasks", "Nhiệm vụ: Nhận được · Phối hợp · Đề xuất gia hạn"),
    (SPECIALIST, "dossiers", "Hồ sơ của tôi · Hồ sơ được chia sẻ · Hồ sơ tiếp nhận · Tài liệu cá nhân"),
    (
        CLERK,
        "outgoing",
        "Văn bản chờ ban hành · Văn bản chờ ban hành một cửa · Văn bản chờ xử lý · Văn bản chờ gửi qua mạng"
        " · Văn bản chưa gửi thêm công · Văn bản đã gửi nhưng chưa đến nơi · VB từ chối, trả lại · VB thay thế, thu hồi"
        " · Cập nhật VB dự thảo đã duyệt · Toàn bộ văn bản · Văn bản đi trong ngày · Tra cứu văn bản đi · Tra cứu dữ liệu các năm",
    ),
    (
        CLERK,
        "incoming",
        "Văn bản chờ tiếp nhận · Thêm mới (văn bản giấy) · Văn bản liên thông đến · Văn bản liên thông đi · Sổ văn bản đến"
        " · Văn bản chờ thu hồi · Tra cứu văn bản đến",
    ),
    (CLERK, "incoming", "Văn bản liên thông (đến/đi): Văn bản liên thông đến · Văn bản liên thông đi"),
    (CLERK, "catalogues", "Sổ văn bản · Kiểm tra sổ · In sổ · Khóa sổ"),
    (KEEPER, "archive", "Danh mục hồ sơ: Dự thảo năm sau · Đã ban hành"),
    (KEEPER, "archive", "Hồ sơ tiếp nhận · Hồ sơ cần bổ sung · Biên bản giao nhận"),
    (KEEPER, "archive", "Kho giấy: Quản lý kho · Quản lý kệ · Quản lý hộp"),
    (KEEPER, "archive", "Phiếu yêu cầu · Mượn – Trả · Sổ đăng ký"),
)
TABS = "Chờ cấp số · Đã cấp số · Đã ban hành · Đã trả lại · Từ chối cấp số · Tất cả · Văn bản đóng dấu"


def title_of(place):
    return (place.title or getUtility(IBox, name=place.box).title).default


def test_no_tile_is_left_out(portal):
    shown = registered(ARCHIVIST)
    assert [(one.title.default, tuple(tile.title.default for tile in one.tiles)) for one in shown] == list(TITLES)


def test_tiles_are_those_of_the_products(portal):
    for functions, expected in TILES:
        groups = {group.title.default: group for group in registered(groups_for(functions))}
        for line in expected:
            title, _colon, tiles = line.partition(": ")
            named = [tile.title.default for tile in groups[title].tiles]
            assert named[: len(tiles.split(" · "))] == tiles.split(" · "), title


def test_menus_are_those_of_the_products(portal):
    for functions, section_id, line in MENUS:
        places = next(places for section, places in places_for(functions) if section.id == section_id)
        group, colon, wanted = line.partition(": ")
        wanted = (wanted if colon else line).split(" · ")
        named = [title_of(place) for place in places if not colon or (place.group and place.group.default == group)]
        assert [title for title in named if title in wanted] == wanted, (section_id, named)
        if colon:
            assert named[: len(wanted)] == wanted


def test_neighbours_of_a_group_stand_together(portal):
    for functions in ({one, "member"} for one in EVERYBODY):
        for section, places in places_for(functions):
            groups = [place.group for place in places]
            runs = [group for number, group in enumerate(groups) if group and (not number or groups[number - 1] != group)]
            assert len(runs) == len(set(runs)), section.id


def test_clerks_find_their_way_from_number_to_issue_on_tabs(portal):
    assert [title_of(place) for place in tabs_for("outgoing.to_number", CLERK)] == TABS.split(" · ")
    assert tabs_for("outgoing.to_number", LEADER) == tabs_for("outgoing.drafts", CLERK) == ()


@pytest.mark.parametrize("function", sorted(EVERYBODY))
def test_no_place_of_a_menu_is_left_out(portal, function):
    places = [place for _section, places in places_for({function, "member"}) for place in places]
    named = [box for place in places for box in (place.box, place.today) if box]
    assert [box for box in named if queryUtility(IBox, name=box) is None] == []
