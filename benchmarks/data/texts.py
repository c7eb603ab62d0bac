"""The words of generated documents: subjects (trích yếu) and bodies of office prose, put together from parts."""

MATTERS = (
    "công tác cải cách hành chính",
    "chuyển đổi số trong cơ quan nhà nước",
    "công tác văn thư, lưu trữ",
    "phòng, chống thiên tai và tìm kiếm cứu nạn",
    "giải ngân vốn đầu tư công",
    "an toàn giao thông đường bộ",
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "tiết kiệm điện và sử dụng năng lượng hiệu quả",
    "bảo đảm an toàn thông tin mạng",
    "tuyển dụng viên chức sự nghiệp giáo dục",
    "đào tạo, bồi dưỡng cán bộ, công chức, viên chức",
    "quản lý đất đai và giải phóng mặt bằng",
    "quy hoạch sử dụng đất",
    "bảo vệ môi trường làng nghề",
    "thu gom, xử lý chất thải rắn sinh hoạt",
    "phòng, chống dịch bệnh trên đàn vật nuôi",
    "bảo vệ và phát triển rừng",
    "xây dựng nông thôn mới nâng cao",
    "giảm nghèo bền vững",
    "chăm sóc người có công với cách mạng",
    "trợ giúp xã hội đối với người cao tuổi",
    "tiêm chủng mở rộng",
    "an toàn thực phẩm dịp Tết Nguyên đán",
    "khám sức khỏe định kỳ cho học sinh",
    "tuyển sinh vào lớp 10 trung học phổ thông",
    "công nhận trường đạt chuẩn quốc gia",
    "phát triển du lịch cộng đồng",
    "bảo tồn di tích lịch sử và danh lam thắng cảnh",
    "tổ chức Ngày hội đại đoàn kết toàn dân tộc",
    "tiếp công dân, giải quyết khiếu nại, tố cáo",
    "phòng, chống tham nhũng, lãng phí, tiêu cực",
    "kiểm soát thủ tục hành chính",
    "số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
    "hoạt động của bộ phận một cửa",
    "ứng dụng chữ ký số chuyên dùng công vụ",
    "quản lý tài sản công",
    "lập dự toán ngân sách nhà nước",
    "quyết toán dự án hoàn thành",
    "đấu thầu mua sắm trang thiết bị",
    "quản lý hoạt động xây dựng",
    "phát triển nhà ở xã hội",
    "cấp nước sạch nông thôn",
    "duy tu, sửa chữa tuyến đường liên xã",
    "nạo vét luồng vào cảng cá",
    "khai thác thủy sản vùng khơi",
    "thu hút đầu tư vào khu công nghiệp",
    "xúc tiến thương mại nông sản",
    "quản lý thị trường xăng dầu",
    "hỗ trợ doanh nghiệp nhỏ và vừa",
    "phổ biến, giáo dục pháp luật",
    "đăng ký hộ tịch điện tử",
    "hòa giải ở cơ sở",
    "rà soát văn bản quy phạm pháp luật",
    "thi đua, khen thưởng",
    "bầu cử trưởng thôn, tổ trưởng tổ dân phố",
    "nghĩa vụ quân sự",
    "diễn tập khu vực phòng thủ",
    "bình đẳng giới và vì sự tiến bộ của phụ nữ",
    "bảo vệ, chăm sóc trẻ em",
    "phát triển hợp tác xã nông nghiệp",
)
PLACES = (
    "trên địa bàn tỉnh",
    "trên địa bàn phường Trung Tâm",
    "trên địa bàn phường Bến Cảng",
    "tại xã Phú Lâm",
    "tại xã Đồng Rộc",
    "tại xã Bản Hồ",
    "tại xã Cửa Lạch",
    "tại Khu kinh tế Sơn Hải",
    "trong các cơ quan, đơn vị trực thuộc",
    "tại các trường học trên địa bàn",
    "ở các xã miền núi",
    "ở các xã ven biển",
)
PERIODS = (
    "năm {year}",
    "quý I năm {year}",
    "quý II năm {year}",
    "quý III năm {year}",
    "quý IV năm {year}",
    "6 tháng đầu năm {year}",
    "tháng {month} năm {year}",
    "giai đoạn {year} - {later}",
)
#: document type -> what its subjects begin with; letters begin with "V/v".
OPENINGS = {
    "official_letter": (
        "V/v triển khai",
        "V/v tăng cường",
        "V/v báo cáo",
        "V/v phối hợp",
        "V/v góp ý dự thảo quy định về",
        "V/v cung cấp số liệu",
        "V/v đôn đốc thực hiện",
        "V/v kiểm tra",
        "V/v chấn chỉnh",
        "V/v cử người tham gia",
        "V/v giải quyết kiến nghị của cử tri về",
        "V/v xin ý kiến về",
    ),
    "decision": (
        "Quyết định ban hành Quy chế",
        "Quyết định phê duyệt Kế hoạch",
        "Quyết định thành lập Tổ công tác về",
        "Quyết định phê duyệt dự toán kinh phí",
        "Quyết định công bố danh mục thủ tục về",
        "Quyết định khen thưởng thành tích trong",
    ),
    "report": ("Báo cáo kết quả", "Báo cáo tình hình", "Báo cáo sơ kết", "Báo cáo tổng kết"),
    "plan": ("Kế hoạch triển khai", "Kế hoạch kiểm tra", "Kế hoạch tuyên truyền", "Kế hoạch thực hiện"),
    "notice": ("Thông báo kết luận cuộc họp về", "Thông báo lịch kiểm tra", "Thông báo kết quả"),
    "submission": ("Tờ trình xin phê duyệt", "Tờ trình đề nghị hỗ trợ kinh phí", "Tờ trình ban hành kế hoạch"),
    "invitation": ("Giấy mời họp về", "Giấy mời dự hội nghị", "Giấy mời tham dự tập huấn"),
    "guideline": ("Hướng dẫn thực hiện", "Hướng dẫn nghiệp vụ"),
    "directive": ("Chỉ thị về việc tăng cường", "Chỉ thị về việc đẩy mạnh"),
    "minutes": ("Biên bản làm việc về", "Biên bản kiểm tra"),
    "official_telegram": ("Công điện về việc khẩn trương",),
    "programme": ("Chương trình công tác về", "Chương trình phối hợp"),
}
SENTENCES = (
    "Thực hiện chỉ đạo của {body} về {matter}, {agency} đề nghị các đơn vị quan tâm thực hiện một số nội dung.",
    "Căn cứ chức năng, nhiệm vụ được giao, các đơn vị chủ động xây dựng kế hoạch về {matter} {place}.",
    "Thời gian gửi báo cáo trước ngày {day} tháng {month} năm {year} để tổng hợp, báo cáo cấp có thẩm quyền.",
    "Giao {unit} chủ trì, phối hợp với các đơn vị liên quan theo dõi, đôn đốc và tổng hợp kết quả thực hiện.",
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời về {agency} để được hướng dẫn.",
    "Tiếp tục đẩy mạnh công tác tuyên truyền, nâng cao nhận thức của cán bộ, công chức và nhân dân về {matter}.",
    "Qua kiểm tra thực tế {place}, còn một số tồn tại, hạn chế cần khắc phục ngay trong thời gian tới.",
    "Kinh phí thực hiện được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành và nguồn huy động hợp pháp.",
    "Tăng cường ứng dụng công nghệ thông tin, bảo đảm hồ sơ được lập đầy đủ, nộp lưu đúng thời hạn quy định.",
    "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm về tính chính xác của số liệu và tiến độ thực hiện {matter}.",
    "Số liệu tổng hợp đến ngày {day}/{month}/{year} cho thấy tỷ lệ hoàn thành đạt {share}% so với kế hoạch đề ra.",
    "Các phòng, ban chuyên môn rà soát, bổ sung danh mục hồ sơ, gửi {unit} trước khi trình lãnh đạo xem xét.",
    "Hội nghị thống nhất đánh giá công tác {matter} đã có chuyển biến tích cực, đáp ứng yêu cầu nhiệm vụ.",
    "Đề nghị {body} xem xét, cho ý kiến để {agency} có cơ sở triển khai các bước tiếp theo.",
    "Việc niêm yết công khai được thực hiện tại trụ sở cơ quan và trên trang thông tin điện tử theo quy định.",
    "Bố trí cán bộ trực ban đầy đủ, giữ thông tin liên lạc thông suốt và báo cáo kịp thời khi có tình huống phát sinh.",
    "Những nội dung không thuộc thẩm quyền, đơn vị tổng hợp, đề xuất phương án giải quyết trước ngày {day}/{month}.",
    "Trân trọng cảm ơn sự phối hợp của quý cơ quan.",
)
OUTSIDE = (
    "Công ty cổ phần Viễn thông Hải Sơn",
    "Công ty trách nhiệm hữu hạn Xây dựng Lạch Trường Xa",
    "Hợp tác xã Nông nghiệp Bản Hồ",
    "Trường Cao đẳng nghề Sơn Hải",
    "Hội Tin học tỉnh Sơn Hải",
    "Liên hiệp các hội khoa học tỉnh Sơn Hải",
    "Bệnh viện đa khoa khu vực Bến Cảng",
    "Trung tâm Kiểm định xây dựng Sơn Hải",
    "Ban Quản lý dự án đầu tư công trình giao thông Sơn Hải",
    "Công ty cổ phần Cấp nước Đồng Rộc",
)
PROPOSALS = (
    "Giao đồng chí chủ trì tham mưu, báo cáo kết quả đúng hạn.",
    "Chuyển phòng chuyên môn nghiên cứu, đề xuất.",
    "Để biết và theo dõi.",
)


def subject(random, document_type, year, month):
    """A trích yếu of 8 to 30 words; ``random`` is a random.Random."""
    draw = random.random
    openings = OPENINGS[document_type]
    first = openings[int(draw() * len(openings))]
    matter = MATTERS[int(draw() * len(MATTERS))]
    said = f"{first} {matter}"
    if draw() < 0.6:
        said += f" {PLACES[int(draw() * len(PLACES))]}"
    if draw() < 0.7:
        said += " " + PERIODS[int(draw() * len(PERIODS))].format(year=year, month=month, later=year + 4)
    return said


def body(random, agency, unit, year, month):
    """Office prose of 80 to 400 words."""
    draw = random.random
    wanted = 80 + int(draw() ** 2 * 320)
    said, length = [], 0
    while length < wanted:
        sentence = SENTENCES[int(draw() * len(SENTENCES))].format(
            body="Ủy ban nhân dân tỉnh Sơn Hải",
            matter=MATTERS[int(draw() * len(MATTERS))],
            place=PLACES[int(draw() * len(PLACES))],
            agency=agency,
            unit=unit,
            day=1 + int(draw() * 28),
            month=month,
            year=year,
            share=40 + int(draw() * 60),
        )
        words = sentence.count(" ") + 1
        if length + words > 400:
            break
        said.append(sentence)
        length += words
    return " ".join(said)
