"""Code lists of TT 05/2025/TT-BNV, and how our own values are said in them (pure)."""

from unicodedata import normalize


MAINTENANCE = {
    "01": "Vĩnh viễn",
    "02": "70 năm",
    "03": "50 năm",
    "04": "30 năm",
    "05": "20 năm",
    "06": "10 năm",
    "07": "Khác",
}
MODE = {"01": "Công khai", "02": "Sử dụng có điều kiện", "03": "Mật"}
CONFIDENCE = {"01": "Gốc điện tử", "02": "Số hóa", "03": "Hỗn hợp"}
FORMAT = {"01": "Tốt", "02": "Bình thường", "03": "Hỏng"}
LANGUAGE = {
    "01": "Tiếng Việt",
    "02": "Tiếng Anh",
    "03": "Tiếng Pháp",
    "04": "Tiếng Nga",
    "05": "Tiếng Trung",
    "06": "Tiếng Việt, Tiếng Anh",
    "07": "Tiếng Việt, Tiếng Nga",
    "08": "Tiếng Việt, Tiếng Pháp",
    "09": "Hán Nôm",
    "10": "Tiếng Việt, Tiếng Trung",
    "11": "Khác",
}
TYPE_NAMES = (
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Thông cáo",
    "Thông báo",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Báo cáo",
    "Tờ trình",
    "Giấy ủy quyền",
    "Phiếu gửi",
    "Phiếu chuyển",
    "Phiếu báo",
    "Biên bản",
    "Hợp đồng",
    "Công văn",
    "Công điện",
    "Bản ghi nhớ",
    "Bản thỏa thuận",
    "Giấy mời",
    "Giấy giới thiệu",
    "Giấy nghỉ phép",
    "Thư công",
    "Bản đồ",
    "Bản vẽ kỹ thuật",
    "Khác",
)
TYPE_NAME = {f"{number:02d}": name for number, name in enumerate(TYPE_NAMES, start=1)}
TYPE_PIC = {"01": "Âm bản", "02": "Ảnh"}
TYPE_MEDIA = {"01": "Ghi âm", "02": "Ghi hình"}
COLOUR = {"01": "Màu", "02": "Đen trắng"}
RISK_STATUS = {"01": "Đã dự phòng", "02": "Chưa dự phòng"}
PURPOSE = {"01": "Cá nhân", "02": "Công vụ", "03": "Công vụ đặc biệt"}
FEE_TYPES = (
    "học sinh, sinh viên, nghiên cứu sinh",
    "thân nhân liệt sĩ",
    "thương binh, bệnh binh",
    "người hoạt động kháng chiến",
    "người có công giúp đỡ cách mạng",
    "người thờ cúng liệt sĩ",
    "người hưởng hưu trí",
    "mất sức, tai nạn lao động",
    "bệnh nghề nghiệp",
    "khác",
)
FEE_TYPE = {f"{number:02d}": name for number, name in enumerate(FEE_TYPES, start=1)}

#: Field -> its list. Values outside the list are refused.
LISTS = {
    "maintenance": MAINTENANCE,
    "mode": MODE,
    "confidenceLevel": CONFIDENCE,
    "format": FORMAT,
    "language": LANGUAGE,
    "typeName": TYPE_NAME,
    "typePic": TYPE_PIC,
    "typeMedia": TYPE_MEDIA,
    "colour": COLOUR,
    "riskRecoveryStatus": RISK_STATUS,
    "purpose": PURPOSE,
    "feeObjectType": FEE_TYPE,
}

_YEARS = {70: "02", 50: "03", 30: "04", 20: "05", 10: "06"}
_LANGUAGES = {"vi": "01", "en": "02", "fr": "03", "ru": "04", "zh": "05"}
OTHER_LANGUAGE = "11"
OTHER_TYPE = "32"


def maintenance_of(kind, years):
    """Code of a retention period (``kind``, ``years`` as in qlvb.content.retention); "07" for every other one.

    >>> maintenance_of("permanent", None), maintenance_of("years", 20), maintenance_of("years", 5)
    ('01', '05', '07')
    """
    if kind == "permanent":
        return "01"
    return _YEARS.get(years, "07") if kind == "years" else "07"


def period_of_code(code):
    """(kind, years) of a code of ``maintenance``, or None where the code does not say how long ("07", unknown)."""
    if code == "01":
        return "permanent", None
    years = {value: number for number, value in _YEARS.items()}.get(code)
    return ("years", years) if years else None


def language_code(token):
    """Code of a value of "qlvb.languages"."""
    return _LANGUAGES.get(token, OTHER_LANGUAGE)


def language_of_code(code):
    """Value of "qlvb.languages"; "other" where there is none for the code."""
    return {value: token for token, value in _LANGUAGES.items()}.get(code, "other")


def mode_of(access, secret):
    """Code of the way of use. ``access``: what the dossier says in words; ``secret``: something in it is secret.

    What says nothing may be used under conditions: nobody has decided that it is public.

    >>> mode_of("Công khai", False), mode_of("", False), mode_of("Công khai", True)
    ('01', '02', '03')
    """
    if secret:
        return "03"
    said = normalize("NFC", access or "").strip().lower()
    return next((code for code, title in MODE.items() if title.lower() == said), "02")


def safe_name(text):
    """``text`` as the name of a file on every system: ASCII letters, digits, ".", "_", "-".

    >>> safe_name("H99.12.2026.02.CNTT&CĐS.0000001")
    'H99.12.2026.02.CNTT-CDS.0000001'
    """
    plain = normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    kept = (char if char.isascii() and (char.isalnum() or char in "._-") else "-" for char in plain if _base(char))
    return "".join(kept).strip(".-") or "x"


def _base(char):
    return not "\u0300" <= char <= "\u036f"
