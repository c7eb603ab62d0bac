"""An invented province: agencies with departments, and people with functions."""

from dataclasses import dataclass
from functools import cached_property
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.text import fold
from random import Random
import re


_FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Tạ Giàng Lò"
_MIDDLE = "Văn Thị Hữu Minh Đức Thanh Quốc Hồng Ngọc Xuân Thu Gia Anh Công Đình Kim Bích Hải Tuấn Thùy"
_GIVEN = (
    "An Anh Bình Châu Chi Cường Dung Dũng Duy Đạt Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hùng Hương Huy Khánh Kiên "
    "Lan Liên Linh Loan Long Mai Minh Nam Nga Ngân Nghĩa Nhung Oanh Phong Phúc Phương Quang Quân Quyên Sơn Tâm Thảo "
    "Thắng Thủy Toàn Trang Trường Tú Tuấn Tùng Vân Việt Vinh Yến"
)
FAMILY, MIDDLE, GIVEN = (tuple(words.split()) for words in (_FAMILY, _MIDDLE, _GIVEN))

#: (title, symbol): the sectors whose departments and matters exist in every province; the province is invented.
AGENCIES = (
    ("Ủy ban nhân dân tỉnh Sơn Hải", "UBND"),
    ("Sở Nội vụ", "SNV"),
    ("Sở Khoa học và Công nghệ", "SKHCN"),
    ("Sở Tài chính", "STC"),
    ("Sở Xây dựng", "SXD"),
    ("Sở Nông nghiệp và Môi trường", "SNNMT"),
    ("Sở Công Thương", "SCT"),
    ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Sở Y tế", "SYT"),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("Sở Tư pháp", "STP"),
    ("Thanh tra tỉnh", "TTr"),
    ("Ban Quản lý Khu kinh tế Sơn Hải", "BQLKKT"),
    ("Ủy ban nhân dân phường Trung Tâm", "UBND-TT"),
    ("Ủy ban nhân dân phường Bến Cảng", "UBND-BC"),
    ("Ủy ban nhân dân xã Phú Lâm", "UBND-PL"),
    ("Ủy ban nhân dân xã Đồng Rộc", "UBND-ĐR"),
    ("Ủy ban nhân dân xã Bản Hồ", "UBND-BH"),
    ("Ủy ban nhân dân xã Cửa Lạch", "UBND-CL"),
    ("Trung tâm Phục vụ hành chính công tỉnh", "TTPVHCC"),
)
DEPARTMENTS = (
    ("vp", "Văn phòng", "VP"),
    ("th", "Phòng Tổng hợp", "TH"),
    ("khtc", "Phòng Kế hoạch - Tài chính", "KHTC"),
    ("qlnv", "Phòng Quản lý nghiệp vụ", "QLNV"),
    ("tchc", "Phòng Tổ chức - Hành chính", "TCHC"),
    ("ttpc", "Phòng Thanh tra - Pháp chế", "TTPC"),
)


@dataclass(frozen=True)
class Person:
    userid: str
    fullname: str
    agency: str
    department: str  # "" for the leaders of the agency
    title: str
    functions: tuple
    capacity: str

    @cached_property
    def principals(self):
        """frozenset of str: the userid and the function groups, as the directory says them."""
        found = {self.userid}
        for function in (*self.functions, "member"):
            found.add(group_id(self.agency, function))
            if self.department:
                found.add(group_id(self.agency, function, self.department))
        return frozenset(found)

    @cached_property
    def tokens(self):
        """frozenset of str: what the catalogue compares with allowedRolesAndUsers."""
        return frozenset({"Anonymous", "Authenticated", "Member"} | {f"user:{name}" for name in self.principals})


@dataclass(frozen=True)
class Agency:
    id: str
    title: str
    symbol: str
    identifier: str
    departments: tuple  # of (id, title, symbol)
    people: tuple  # of Person

    def having(self, function, department=None):
        """People with a function, in their order: list."""
        return [
            person for person in self.people if function in person.functions and department in (None, person.department)
        ]


def make_province(agencies=20, users=2000, seed=1):
    """tuple of Agency; the people are shared out evenly, at least 12 in each."""
    random = Random(f"province {seed}")
    taken = set()
    each = max(12, users // agencies)
    return tuple(_agency(place, *AGENCIES[place], each, random, taken) for place in range(agencies))


def _agency(place, title, symbol, size, random, taken):
    agency_id = "a" + re.sub(r"[^a-z0-9]+", "-", fold(symbol)).strip("-")
    people = tuple(_person(rank, agency_id, size, random, taken) for rank in range(size))
    return Agency(agency_id, title, symbol, f"H99.{place + 1:02d}", DEPARTMENTS, people)


def _person(rank, agency, size, random, taken):
    department, title, functions, capacity = _post(rank)
    fullname = f"{random.choice(FAMILY)} {random.choice(MIDDLE)} {random.choice(GIVEN)}"
    base = userid = re.sub(r"[^a-z]", "", fold(fullname))
    number = 1
    while userid in taken:
        number += 1
        userid = f"{base}{number}"
    taken.add(userid)
    return Person(userid, fullname, agency, department, title, functions, capacity)


def _post(rank):
    """(department, title, functions, capacity) of the person of this rank in an agency."""
    if rank == 0:
        return "", "Giám đốc", ("leader",), "direct"
    if rank < 4:
        return "", "Phó Giám đốc", ("leader",), "deputy"
    if rank < 6:
        return "vp", "Văn thư", ("clerk",), "none"
    if rank == 6:
        return "vp", "Lưu trữ viên", ("archivist",), "none"
    departments = [department for department, _title, _symbol in DEPARTMENTS]
    department = departments[(rank - 7) % len(departments)]
    if rank < 7 + len(departments):
        functions = ("appraiser", "unit_leader") if department == "vp" else ("unit_leader",)
        return department, "Trưởng phòng", functions, "by_order"
    return department, "Chuyên viên", ("specialist",), "none"
