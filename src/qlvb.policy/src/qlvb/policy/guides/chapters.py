"""Which guide a person reads, and which chapter belongs to which screen: plain data and pure functions."""

#: Function -> guide, in the order in which they are looked for.
GUIDES = (
    ("clerk", "van-thu"),
    ("leader", "lanh-dao"),
    ("unit_leader", "lanh-dao"),
    ("appraiser", "lanh-dao"),
    ("specialist", "chuyen-vien"),
    ("archivist", "luu-tru"),
    ("agency_admin", "quan-tri-don-vi"),
    ("manager", "quan-tri-don-vi"),
)
TITLES = {
    "van-thu": "Văn thư",
    "lanh-dao": "Lãnh đạo",
    "chuyen-vien": "Chuyên viên",
    "luu-tru": "Lưu trữ",
    "quan-tri-don-vi": "Quản trị đơn vị",
}
#: Screen -> words of which one begins the heading of its chapter, without accents; the first that is found is it.
CHAPTERS = {
    "desk": ("ban-duyet", "but-phe"),
    "home": ("trang-chu", "dang-nhap"),
    "arrange-tiles": ("trang-chu",),
    "outgoing": ("phat-hanh", "duyet-du-thao", "soan-va-trinh"),
    "incoming": ("tiep-nhan", "but-phe", "xu-ly-van-ban-den"),
    "add-outgoing": ("soan-va-trinh", "phat-hanh"),
    "add-incoming": ("tiep-nhan",),
    "dossiers": ("ho-so",),
    "catalogues": ("dau-nam", "danh-muc"),
    "archive": ("trang-chu",),
    "archive-statistics": ("kho-so",),
    "stores": ("kho-giay",),
    "readings": ("khai-thac",),
    "transfers": ("thu-nop",),
    "holds": ("tam-dung",),
    "disposals": ("xac-dinh", "bao-quan"),
    "integrity": ("toan-ven",),
    "administration": ("phong-ban", "bo-nhan"),
    "search": ("tim-kiem",),
    "keys": ("phim-tat",),
}


def guide_for(functions):
    """Id of the guide of somebody with ``functions``; the specialist's for those of whom nothing is known."""
    return next((guide for function, guide in GUIDES if function in functions), "chuyen-vien")


def chapter_for(screen, ids):
    """The first of ``ids`` (anchors of a guide, in order) that belongs to the screen, "" for the beginning.

    >>> chapter_for("desk", ["duyet-du-thao", "ban-duyet-mot-man-hinh"])
    'ban-duyet-mot-man-hinh'
    >>> chapter_for("unknown", ["a"])
    ''
    """
    for word in CHAPTERS.get(screen, ()):
        for one in ids:
            if one.startswith(word):
                return one
    return ""
