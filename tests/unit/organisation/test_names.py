"""Account names, path ids, order of names, level-1 codes."""

import pytest
from qlvb.content.organisation.accounts import new_password
from qlvb.content.organisation.accounts import propose_userid
from qlvb.content.organisation.level1_codes import level1_body
from qlvb.content.organisation.level1_codes import level1_codes
from qlvb.content.organisation.naming import path_id
from qlvb.content.text import name_key


@pytest.mark.parametrize(
    "fullname, taken, userid",
    [
        ("Trần Văn A", (), "tranvana"),
        ("Trần Văn A", ("tranvana",), "tranvana2"),
        ("Trần Văn A", ("tranvana", "tranvana2"), "tranvana3"),
        ("Đỗ Thị  Ưng", (), "dothiung"),
        ("Y-Wang Niê", (), "ywangnie"),
    ],
)
def test_propose_userid(fullname, taken, userid):
    assert propose_userid(fullname, taken.__contains__) == userid


@pytest.mark.parametrize(
    "text, result",
    [("CNTT&CĐS", "cntt-cds"), ("SKHCN", "skhcn"), ("H99.12 Sở", "h99-12-so"), ("&", ""), ("a" * 50, "a" * 40)],
)
def test_path_id(text, result):
    assert path_id(text) == result


def test_names_are_ordered_by_given_name():
    names = ["Vũ Hải Yến", "Đặng Văn Phúc", "Lê Minh Anh", "Bùi Ánh"]
    assert sorted(names, key=name_key) == ["Bùi Ánh", "Lê Minh Anh", "Đặng Văn Phúc", "Vũ Hải Yến"]


def test_new_passwords_are_strong_and_different():
    made = {new_password() for _turn in range(50)}
    assert len(made) == 50
    for password in made:
        assert len(password) == 14
        assert any(char.islower() for char in password) and any(char.isupper() for char in password)
        assert any(char.isdigit() for char in password) and not password.isalnum()


def test_level1_codes():
    assert len(level1_codes()) == 110
    assert level1_body("H18.01") == "UBND tỉnh Điện Biên"
    assert level1_body("H99") == ""
