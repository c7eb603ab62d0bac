"""The province as data. All names are invented."""

AGENCIES = (
    {
        "id": "ubnd-tinh",
        "title": "Ủy ban nhân dân tỉnh Sơn Hải",
        "symbol": "UBND",
        "identifier": "H99",
        "parent": "",
        "level": 1,
        "collective": True,
        "body_name": "ỦY BAN NHÂN DÂN",
        "head_title": "Chủ tịch",
        "place": "Sơn Hải",
        "address": "Số 1 đường Bờ Biển, phường Trung Tâm, tỉnh Sơn Hải",
        "departments": (
            ("vp", "Văn phòng", "VP"),
            ("th", "Phòng Tổng hợp", "TH"),
        ),
    },
    {
        "id": "snv",
        "title": "Sở Nội vụ",
        "symbol": "SNV",
        "identifier": "H99.08",
        "parent": "ubnd-tinh",
        "level": 2,
        "collective": False,
        "body_name": "SỞ NỘI VỤ",
        "head_title": "Giám đốc",
        "place": "Sơn Hải",
        "address": "Số 8 đường Bờ Biển, phường Trung Tâm, tỉnh Sơn Hải",
        "departments": (
            ("vp", "Văn phòng", "VP"),
            ("ccvc", "Phòng Công chức viên chức", "CCVC"),
            ("cchc", "Phòng Cải cách hành chính", "CCHC"),
        ),
    },
    {
        "id": "skhcn",
        "title": "Sở Khoa học và Công nghệ",
        "symbol": "SKHCN",
        "identifier": "H99.12",
        "parent": "ubnd-tinh",
        "level": 2,
        "collective": False,
        "body_name": "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "head_title": "Giám đốc",
        "place": "Sơn Hải",
        "address": "Số 12 đường Bờ Biển, phường Trung Tâm, tỉnh Sơn Hải",
        "departments": (
            ("vp", "Văn phòng", "VP"),
            ("cntt", "Phòng Quản lý công nghệ thông tin và Chuyển đổi số", "CNTT&CĐS"),
            ("qlkh", "Phòng Quản lý khoa học", "QLKH"),
            ("ttcntt", "Trung tâm Công nghệ thông tin và Truyền thông", "TTCNTT"),
        ),
    },
    {
        "id": "ubnd-xa-phu-lam",
        "title": "Ủy ban nhân dân xã Phú Lâm",
        "symbol": "UBND",
        "identifier": "H99.45",
        "parent": "ubnd-tinh",
        "level": 2,
        "collective": True,
        "body_name": "ỦY BAN NHÂN DÂN",
        "head_title": "Chủ tịch",
        "place": "Phú Lâm",
        "address": "Thôn Đình, xã Phú Lâm, tỉnh Sơn Hải",
        "departments": (
            ("vp", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "VP"),
            ("vhxh", "Phòng Văn hóa - Xã hội", "VHXH"),
        ),
    },
)


def _person(userid, fullname, agency, department, post, title, functions, capacity="none"):
    return {
        "userid": userid,
        "fullname": fullname,
        "agency": agency,
        "department": department,
        "post": post,
        "title": title,
        "functions": functions,
        "capacity": capacity,
    }


SYSTEM_ADMINISTRATOR = {"userid": "quantri", "fullname": "Quản trị hệ thống"}

#: By agency and rank.
PEOPLE = (
    _person("nguyenthithuha", "Nguyễn Thị Thu Hà", "skhcn", "", "giam-doc", "Giám đốc", ("leader",), "direct"),
    _person("buitrungkien", "Bùi Trung Kiên", "skhcn", "", "pho-giam-doc", "Phó Giám đốc", ("leader",), "deputy"),
    _person(
        "phamquochuy",
        "Phạm Quốc Huy",
        "skhcn",
        "cntt",
        "truong-phong-cntt",
        "Trưởng phòng",
        ("unit_leader",),
        "by_order",
    ),
    _person("leminhanh", "Lê Minh Anh", "skhcn", "cntt", "chuyen-vien-cntt", "Chuyên viên", ("specialist",)),
    _person("vanthuskhcn", "Đỗ Thanh Mai", "skhcn", "vp", "van-thu", "Văn thư", ("clerk",)),
    _person("hoangvanluu", "Hoàng Văn Lưu", "skhcn", "vp", "luu-tru", "Lưu trữ viên", ("archivist",)),
    _person("skhcnqtdv", "Tạ Hồng Quân", "skhcn", "vp", "quan-tri-don-vi", "Quản trị đơn vị", ("agency_admin",)),
    _person("tranduclong", "Trần Đức Long", "snv", "", "giam-doc", "Giám đốc", ("leader",), "direct"),
    _person("vuhaiyen", "Vũ Hải Yến", "snv", "ccvc", "chuyen-vien-ccvc", "Chuyên viên", ("specialist",)),
    _person("phangiakhanh", "Phan Gia Khánh", "snv", "ccvc", "chuyen-vien-ccvc-2", "Chuyên viên", ("specialist",)),
    _person("vanthusnv", "Ngô Bích Liên", "snv", "vp", "van-thu", "Văn thư", ("clerk",)),
    _person("dangvanphuc", "Đặng Văn Phúc", "ubnd-tinh", "", "chu-tich", "Chủ tịch", ("leader",), "on_behalf"),
    _person(
        "lethikimngan",
        "Lê Thị Kim Ngân",
        "ubnd-tinh",
        "vp",
        "chanh-van-phong",
        "Chánh Văn phòng",
        ("appraiser", "unit_leader"),
        "by_order",
    ),
    _person(
        "trinhquangvinh",
        "Trịnh Quang Vinh",
        "ubnd-tinh",
        "th",
        "truong-phong-th",
        "Trưởng phòng",
        ("unit_leader",),
        "by_order",
    ),
    _person("doanthithao", "Đoàn Thị Thảo", "ubnd-tinh", "th", "chuyen-vien-th", "Chuyên viên", ("specialist",)),
    _person("vanthuubndtinh", "Cao Thùy Dương", "ubnd-tinh", "vp", "van-thu", "Văn thư", ("clerk",)),
    _person(
        "maixuantruong", "Mai Xuân Trường", "ubnd-xa-phu-lam", "", "chu-tich", "Chủ tịch", ("leader",), "on_behalf"
    ),
    _person(
        "giangthilan",
        "Giàng Thị Lan",
        "ubnd-xa-phu-lam",
        "vhxh",
        "chuyen-vien-vhxh",
        "Chuyên viên",
        ("specialist",),
    ),
    _person("vanthuxphulam", "Hồ Ngọc Diệp", "ubnd-xa-phu-lam", "vp", "van-thu", "Văn thư", ("clerk",)),
)
