"""The accounts of the demonstration province: plain data, cheap to import."""

#: Password of every demonstration account. A real site has none of these accounts.
PASSWORD = "SonHai@2026"

#: (account, who he or she is), in the order of the story.
ACCOUNTS = (
    ("leminhanh", "Lê Minh Anh, chuyên viên, Sở Khoa học và Công nghệ"),
    ("phamquochuy", "Phạm Quốc Huy, Trưởng phòng CNTT&CĐS, Sở Khoa học và Công nghệ"),
    ("nguyenthithuha", "Nguyễn Thị Thu Hà, Giám đốc Sở Khoa học và Công nghệ"),
    ("buitrungkien", "Bùi Trung Kiên, Phó Giám đốc Sở Khoa học và Công nghệ"),
    ("vanthuskhcn", "Đỗ Thanh Mai, văn thư Sở Khoa học và Công nghệ"),
    ("hoangvanluu", "Hoàng Văn Lưu, lưu trữ Sở Khoa học và Công nghệ"),
    ("skhcnqtdv", "Tạ Hồng Quân, quản trị đơn vị Sở Khoa học và Công nghệ"),
    ("vanthusnv", "Ngô Bích Liên, văn thư Sở Nội vụ"),
    ("tranduclong", "Trần Đức Long, Giám đốc Sở Nội vụ"),
    ("vuhaiyen", "Vũ Hải Yến, chuyên viên Sở Nội vụ"),
    ("vanthuubndtinh", "Cao Thùy Dương, văn thư UBND tỉnh Sơn Hải"),
    ("dangvanphuc", "Đặng Văn Phúc, Chủ tịch UBND tỉnh Sơn Hải"),
    ("lethikimngan", "Lê Thị Kim Ngân, Chánh Văn phòng UBND tỉnh Sơn Hải"),
    ("trinhquangvinh", "Trịnh Quang Vinh, Trưởng phòng Tổng hợp, UBND tỉnh Sơn Hải"),
    ("doanthithao", "Đoàn Thị Thảo, chuyên viên Phòng Tổng hợp, UBND tỉnh Sơn Hải"),
    ("vanthuxphulam", "Hồ Ngọc Diệp, văn thư UBND xã Phú Lâm"),
    ("maixuantruong", "Mai Xuân Trường, Chủ tịch UBND xã Phú Lâm"),
    ("giangthilan", "Giàng Thị Lan, chuyên viên UBND xã Phú Lâm"),
    ("quantri", "Quản trị hệ thống"),
)
