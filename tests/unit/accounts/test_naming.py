"""Names of accounts: the examples of the account regulation (Quyết định 12/2024/QĐ-UBND Điều 6), and what lies between."""

import pytest
from qlvb.content.accounts.naming import Named
from qlvb.content.accounts.naming import account_name
from qlvb.content.accounts.naming import is_agency_account
from qlvb.content.accounts.naming import numbered
from qlvb.content.accounts.naming import shape_of
from qlvb.content.organisation.accounts import propose_userid


UBND, NONG_NGHIEP = "Ủy ban nhân dân tỉnh Quảng Ninh", "Sở Nông nghiệp và Phát triển nông thôn"


@pytest.mark.parametrize(
    "role, title, above, depth, name",
    [
        ("admin", "Sở Nội vụ", UBND, 1, "snvqtdv"),  # printed senvqtdv, against the pattern and the clerk's example
        ("clerk", "Sở Nội vụ", UBND, 1, "vanthusnv"),
        ("admin", "UBND huyện Hải Hà", UBND, 1, "hhhqtdv"),
        ("clerk", "UBND thành phố Cẩm Phả", UBND, 1, "vanthutpcp"),
        ("admin", "UBND phường Cao Xanh", "UBND thành phố Hạ Long", 2, "pcaoxanh.hlqtdv"),
        ("clerk", "UBND phường Cao Xanh", "UBND thành phố Hạ Long", 2, "vanthupcaoxanh.hl"),
        ("admin", "Chi cục Thủy sản", NONG_NGHIEP, 2, "ccts.snnvptntqtdv"),
        ("clerk", "Chi cục Thủy sản", NONG_NGHIEP, 2, "vanthuccts.snnvptnt"),
        # since 01/7/2025 the level above a commune is the province
        ("clerk", "Ủy ban nhân dân xã Phú Lâm", "Ủy ban nhân dân tỉnh Sơn Hải", 1, "vanthuxphulam.sh"),
        ("admin", "Ủy ban nhân dân đặc khu Vân Đồn", UBND, 1, "dkvandon.qnqtdv"),
        ("admin", UBND, "", 0, "tqnqtdv"),
        ("clerk", "Sở Khoa học & Công nghệ", UBND, 1, "vanthuskhcn"),
        ("clerk", "Trung tâm Lưu trữ  lịch sử", "Sở Nội vụ", 2, "vanthuttltls.snv"),
    ],
)
def test_names_of_agencies(role, title, above, depth, name):
    assert account_name(role, Named(title), Named(above) if above else None, depth) == name
    assert is_agency_account(name)


@pytest.mark.parametrize(
    "agency, above, depth, name",
    [
        (Named("Sở Khoa học và Công nghệ", "SKHCN"), Named(UBND, "UBND"), 1, "vanthuskhcn"),
        (Named("Sở Khoa học và Công nghệ", "SKH&CN"), Named(UBND, "UBND"), 1, "vanthuskhcn"),
        (Named("Sở Khoa học và Công nghệ", " "), Named(UBND, "UBND"), 1, "vanthuskhvcn"),
        (Named("Chi cục Thủy sản", "CCTHS"), Named(NONG_NGHIEP, "SNNPTNT"), 2, "vanthuccths.snnptnt"),
        (Named("Chi cục Thủy sản"), Named(NONG_NGHIEP, "SNNPTNT"), 2, "vanthuccts.snnptnt"),
        # the code of an administrative body says only what it is
        (Named(UBND, "UBND"), None, 0, "vanthutqn"),
        (Named("UBND phường Cao Xanh", "UBND"), Named("UBND thành phố Hạ Long", "UBND"), 2, "vanthupcaoxanh.hl"),
    ],
)
def test_names_by_the_short_code(agency, above, depth, name):
    assert account_name("clerk", agency, above, depth) == name


@pytest.mark.parametrize(
    "fullname, known, name",
    [
        ("Trần Văn A", (), "tranvana"),
        ("Trần Văn A", ("tranvana",), "tranvana2"),
        ("Trần Văn Á", ("tranvana", "tranvana2"), "tranvana3"),
        ("Đỗ Thị Ươm", (), "dothiuom"),
    ],
)
def test_names_of_people(fullname, known, name):
    assert propose_userid(fullname, known.__contains__) == name


@pytest.mark.parametrize(
    "title, depth, shape",
    [
        ("Sở Nội vụ", 1, "agency"),
        ("Xã Phú Lâm", 1, "commune"),
        ("Thị trấn Cái Rồng", 2, "commune"),
        ("Phường", 1, "agency"),  # a level without a name is no place
        ("Chi cục Thủy sản", 2, "subordinate"),
    ],
)
def test_shapes(title, depth, shape):
    assert shape_of(title, depth) == shape


def test_a_name_is_never_used_again():
    assert numbered("vanthusnv", {"vanthusnv"}.__contains__) == "vanthusnv2"
    assert not is_agency_account("tranvana")
