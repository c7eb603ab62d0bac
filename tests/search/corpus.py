"""A seeded corpus of invented official documents, written as offices write them; many differ in a year, a place or a stage only.

Nothing here knows of the search: the subjects follow Nghị định 30/2020 (trích yếu), the numbers the symbols of offices, and
the texts of the files begin with "Căn cứ" and end with "Nơi nhận" as they do.
"""

from datetime import date
from random import Random


SEED = 20260315
DISTRICTS = ("Tân Hòa", "Bình Khê", "An Lạc", "Phú Thuận", "Long Sơn", "Vĩnh Tường", "Đông Hải", "Xuân Lâm")
COMMUNES = (
    "Thạch Bàn",
    "Hòa Quý",
    "Mỹ Đức",
    "Kim Sơn",
    "Tam Thanh",
    "Cẩm Giàng",
    "Yên Khê",
    "Ngọc Lũ",
    "Suối Giàng",
    "Ba Vầu",
)
AGENCIES = {
    "ubnd": ("Ủy ban nhân dân tỉnh", "UBND"),
    "skhcn": ("Sở Khoa học và Công nghệ", "SKHCN"),
    "syt": ("Sở Y tế", "SYT"),
    "sgddt": ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    "snv": ("Sở Nội vụ", "SNV"),
    "stc": ("Sở Tài chính", "STC"),
    "snnmt": ("Sở Nông nghiệp và Môi trường", "SNNMT"),
    "sxd": ("Sở Xây dựng", "SXD"),
    "vpub": ("Văn phòng Ủy ban nhân dân tỉnh", "VP"),
    "hdnd": ("Hội đồng nhân dân tỉnh", "HĐND"),
}
FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Quách",
    "Tống",
)
MIDDLE = ("Văn", "Thị", "Minh", "Hữu", "Đức", "Quang", "Thanh", "Ngọc", "Hồng", "Xuân", "Thu", "Hải", "Bích", "Khắc")
GIVEN = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hà",
    "Hùng",
    "Khánh",
    "Lan",
    "Linh",
    "Mai",
    "Nga",
    "Phương",
    "Quân",
    "Sơn",
)
GIVEN += (
    "Tâm",
    "Thảo",
    "Trang",
    "Tuấn",
    "Vinh",
    "Yến",
    "Mơ",
    "Nhài",
    "Thoa",
    "Tuệ",
    "Viễn",
    "Cường",
    "Đạt",
    "Huệ",
    "Khôi",
)
#: Kind of document: (symbol, how its subject begins).
KINDS = {
    "Quyết định": ("QĐ", ("phê duyệt", "ban hành", "về việc kiện toàn", "về việc thành lập", "điều chỉnh, bổ sung")),
    "Kế hoạch": ("KH", ("triển khai", "thực hiện", "kiểm tra", "tổ chức", "tuyên truyền")),
    "Báo cáo": ("BC", ("kết quả", "tình hình thực hiện", "sơ kết", "tổng kết", "đánh giá")),
    "Thông báo": ("TB", ("kết luận cuộc họp về", "lịch kiểm tra", "kết quả thẩm định", "về việc tiếp nhận hồ sơ")),
    "Tờ trình": ("TTr", ("về việc phê duyệt", "đề nghị ban hành", "xin chủ trương", "đề nghị thẩm định")),
    "Công văn": ("", ("V/v tăng cường", "V/v phối hợp thực hiện", "V/v góp ý dự thảo", "V/v đôn đốc", "V/v hướng dẫn")),
    "Giấy mời": ("GM", ("họp bàn về", "dự hội nghị triển khai", "làm việc về")),
    "Nghị quyết": ("NQ", ("về", "thông qua", "quy định về")),
    "Hướng dẫn": ("HD", ("thực hiện", "nghiệp vụ về", "một số nội dung về")),
}
#: Matters, by what their papers talk of.
MATTERS = {
    "công tác phòng cháy, chữa cháy": "Trang bị bình chữa cháy xách tay, kiểm tra lối thoát nạn, diễn tập phương án tại chợ và khu nhà trọ.",
    "bảo đảm an toàn thực phẩm": "Lấy mẫu kiểm nghiệm rau quả, bếp ăn tập thể; truy xuất nguồn gốc thịt lợn, xử lý cơ sở vi phạm.",
    "chuyển đổi số": "Kết nối trục liên thông, số hóa hồ sơ, chữ ký số cá nhân, kho dữ liệu dùng chung, tổ công nghệ số cộng đồng.",
    "cải cách hành chính": "Chỉ số hài lòng của người dân, bộ phận một cửa, rút ngắn thời gian giải quyết, dịch vụ công trực tuyến toàn trình.",
    "phòng, chống dịch sốt xuất huyết": "Phun hóa chất diệt muỗi, diệt loăng quăng, giám sát ca bệnh, chuẩn bị giường điều trị và dịch truyền.",
    "giải phóng mặt bằng dự án đường vành đai": "Kiểm đếm tài sản, đơn giá bồi thường, bố trí tái định cư, vận động các hộ bàn giao đất.",
    "giải ngân vốn đầu tư công": "Tiến độ từng dự án, khối lượng hoàn thành, thủ tục thanh toán qua kho bạc, điều chuyển vốn.",
    "tinh giản biên chế": "Danh sách người hưởng chính sách, số biên chế giao, kinh phí chi trả trợ cấp, sắp xếp vị trí việc làm.",
    "xử lý rác thải sinh hoạt": "Phân loại tại nguồn, bãi chôn lấp, xe ép rác, giá dịch vụ thu gom, nước rỉ rác.",
    "quy hoạch sử dụng đất": "Bản đồ hiện trạng, chỉ tiêu đất lúa, chuyển mục đích sử dụng, lấy ý kiến cộng đồng dân cư.",
    "tuyển sinh vào lớp 10": "Chỉ tiêu từng trường, môn thi, hội đồng coi thi, sao in đề, phúc khảo bài thi.",
    "bảo hiểm y tế học sinh, sinh viên": "Tỷ lệ tham gia, mức đóng, hỗ trợ hộ cận nghèo, cấp thẻ, khám sức khỏe đầu năm.",
    "xây dựng nông thôn mới nâng cao": "Tiêu chí giao thông, nước sạch, nhà văn hóa thôn, sản phẩm OCOP, thu nhập bình quân.",
    "tiếp công dân, giải quyết khiếu nại, tố cáo": "Lịch tiếp dân định kỳ, vụ việc tồn đọng, đối thoại, kết luận thanh tra.",
    "bảo đảm trật tự an toàn giao thông dịp Tết Nguyên đán": "Điểm đen tai nạn, nồng độ cồn, xe khách quá tải, giải tỏa hành lang.",
    "ứng phó bão và áp thấp nhiệt đới": "Neo đậu tàu thuyền, sơ tán dân vùng trũng, trực ban hai mươi tư giờ, dự trữ lương thực.",
    "kiểm soát thủ tục hành chính": "Bộ thủ tục công bố, quy trình nội bộ, phương án đơn giản hóa, đánh giá tác động.",
    "đề tài nghiên cứu giống lúa chịu mặn": "Khảo nghiệm ruộng thí nghiệm, năng suất, độ mặn, chuyển giao quy trình canh tác.",
    "bảo hộ chỉ dẫn địa lý cho sản phẩm nước mắm": "Nhãn hiệu tập thể, vùng nguyên liệu cá cơm, quy chế quản lý, tem truy xuất.",
    "tuyển dụng viên chức ngành giáo dục": "Vị trí dự tuyển, phiếu đăng ký, sát hạch thực hành, ưu tiên, danh sách trúng tuyển.",
    "kiểm kê tài sản công": "Trụ sở, xe ô tô, máy móc, đối chiếu sổ kế toán, thanh lý tài sản hỏng.",
    "dự toán thu, chi ngân sách": "Thu nội địa, chi thường xuyên, dự phòng, bổ sung cân đối, tiết kiệm chi.",
    "phát triển du lịch cộng đồng": "Nhà nghỉ tại bản, lễ hội, tập huấn hướng dẫn viên, quảng bá hội chợ.",
    "giảm nghèo bền vững": "Rà soát hộ nghèo đa chiều, vay vốn ưu đãi, nhà tạm nhà dột nát, xuất khẩu lao động.",
    "bình đẳng giới và vì sự tiến bộ của phụ nữ": "Tỷ lệ nữ lãnh đạo, phòng ngừa bạo lực gia đình, truyền thông tháng hành động.",
    "phòng, chống đuối nước trẻ em": "Dạy bơi an toàn, biển cảnh báo ao hồ, cứu hộ, bể bơi di động.",
    "chi trả trợ cấp người có công với cách mạng": "Thương binh, thân nhân liệt sĩ, điều dưỡng luân phiên, tu sửa nghĩa trang.",
    "đào tạo nghề cho lao động nông thôn": "Lớp may công nghiệp, sửa chữa máy nông nghiệp, chế biến món ăn, giới thiệu việc làm.",
    "khai thác khoáng sản cát, sỏi lòng sông": "Cấp phép mỏ, bến bãi tập kết, trạm cân, sạt lở bờ, truy thu.",
    "phòng, chống dịch tả lợn châu Phi": "Tiêu hủy đàn, vôi bột, chốt kiểm dịch, hỗ trợ hộ chăn nuôi, tái đàn.",
    "tưới tiêu và nạo vét kênh mương thủy lợi": "Trạm bơm điện, cống điều tiết, lịch lấy nước đổ ải, đê bao.",
    "phòng, chống cháy rừng mùa khô": "Chòi canh, đường băng cản lửa, cấp dự báo, ký cam kết với chủ rừng.",
    "nâng cấp đường giao thông nông thôn": "Bê tông hóa ngõ xóm, cầu dân sinh, nhân dân hiến đất, rãnh thoát nước.",
    "công tác văn thư, lưu trữ": "Lập hồ sơ công việc, nộp lưu cơ quan, thời hạn bảo quản, tiêu hủy tài liệu hết giá trị, chỉnh lý.",
    "thi đua, khen thưởng": "Bằng khen, chiến sĩ thi đua, cờ thi đua, gương người tốt, hội đồng sáng kiến.",
    "bảo vệ bí mật nhà nước": "Danh mục bí mật, sao chụp tài liệu mật, máy tính độc lập, giải mật.",
    "tiêm chủng mở rộng": "Vắc xin sởi, dây chuyền lạnh, tiêm bù tiêm vét, phản ứng sau tiêm.",
    "quản lý hoạt động dạy thêm, học thêm": "Đăng ký kinh doanh, mức thu, giáo viên, giám sát của phụ huynh.",
    "chỉnh trang đô thị": "Vỉa hè, cây xanh, chiếu sáng, hạ ngầm cáp, biển quảng cáo.",
    "nhà ở xã hội cho công nhân": "Quỹ đất hai mươi phần trăm, đối tượng mua, giá thuê, vay gói tín dụng.",
}
_CLOSING = (
    "Nơi nhận: Như trên; Lưu: VT. Đề nghị các đơn vị nghiêm túc thực hiện; khó khăn, vướng mắc phản ánh kịp thời."
)


def documents(count=2400):
    """The corpus: list of dict id, day, agency, texts (columns of ``record_texts``), and parts that queries are written
    from (kind, matter, place, year, people).
    """
    chance = Random(SEED)
    made = []
    while len(made) < count:
        first = _document(chance, len(made) + 1)
        made.append(first)
        # Offices repeat themselves: next year, another district, the next quarter, the correction.
        for _again in range(chance.choice((0, 0, 1, 2, 3))):
            if len(made) < count:
                made.append(_document(chance, len(made) + 1, like=first))
    return made


def _document(chance, number, like=None):
    agency = like["agency"] if like else chance.choice(list(AGENCIES))
    kind = like["kind"] if like else chance.choice(list(KINDS))
    opening = like["opening"] if like else chance.choice(KINDS[kind][1])
    matter = like["matter"] if like else chance.choice(list(MATTERS))
    day = date(2021, 1, 4).toordinal() + chance.randrange(1960)
    when = date.fromordinal(day)
    where = chance.choice(("huyện", "xã", "tỉnh"))
    place = {"huyện": chance.choice(DISTRICTS), "xã": chance.choice(COMMUNES), "tỉnh": ""}[where]
    at = f"trên địa bàn {where} {place}".strip()
    span = chance.choice(
        (
            f"năm {when.year}",
            f"quý {'I II III IV'.split()[(when.month - 1) // 3]}/{when.year}",
            f"tháng {when.month}/{when.year}",
        )
    )
    if kind in ("Quyết định", "Nghị quyết", "Tờ trình"):
        span = chance.choice((span, f"giai đoạn {when.year}-{when.year + 5}"))
    subject = f"{opening} {matter} {at} {span}"
    if kind != "Công văn":
        subject = f"{kind} {subject}"
    title, code = AGENCIES[agency]
    symbol = KINDS[kind][0]
    taken = chance.randint(1, 2900)
    reference = (
        f"{taken}/{symbol}-{code}" if symbol else f"{taken}/{code}-{chance.choice(('VX', 'KT', 'NC', 'TH', 'HC'))}"
    )
    people = [
        f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
        for _person in range(chance.choice((2, 3)))
    ]
    recipient = AGENCIES[chance.choice(list(AGENCIES))][0]
    detail = _detail(chance, MATTERS[matter])
    content = (
        f"{title.upper()} Số: {reference} {subject}. Căn cứ Luật Tổ chức chính quyền địa phương; xét đề nghị của "
        f"{recipient} tại Tờ trình số {chance.randint(1, 900)}/TTr-{AGENCIES[agency][1]}. {detail} {_CLOSING}"
    )
    return {
        "id": number,
        "day": day,
        "agency": agency,
        "kind": kind,
        "opening": opening,
        "matter": matter,
        "place": place,
        "at": at,
        "span": span,
        "people": people,
        "detail": detail,
        "texts": {
            "subject": subject,
            "reference": reference,
            "people": f"{', '.join(people)}; {title}; {recipient}",
            "fields": f"{kind}; {chance.choice(('Thường', 'Khẩn', 'Thượng khẩn'))}; {when:%d/%m/%Y}",
            "content": content,
            "scope": agency,
        },
    }


def _detail(chance, said):
    """Sentences of a file: some of the matter's topics, and figures of its own."""
    topics = said.rstrip(".").replace(";", ",").split(", ")
    chosen = chance.sample(topics, k=min(len(topics), 3))
    figures = f"tổng kinh phí {chance.randint(11, 989)} triệu đồng cho {chance.randint(3, 98)} đơn vị"
    owner = f"hộ ông {chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
    street = f"thôn {chance.choice(('Đồi Cọ', 'Bến Tắm', 'Gò Dưa', 'Cầu Ngói', 'Rừng Vầu', 'Ao Sen', 'Đá Bạc', 'Làng Chiềng'))}"
    return f"{'; '.join(chosen)}; {figures}; kiểm tra thực tế tại {owner}, {street}."
