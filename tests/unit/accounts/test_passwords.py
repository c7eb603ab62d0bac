"""What a password has to be like (account regulation Điều 16)."""

import pytest
from qlvb.content.accounts.history import is_strong
from qlvb.content.accounts.history import password_violations
from qlvb.content.accounts.settings import AccountRules
from qlvb.content.organisation.accounts import new_password


@pytest.mark.parametrize(
    "password, shortest, strong",
    [
        ("Mat-khau1", 8, True),
        ("Mk-2026", 8, False),
        ("Mat-khau1", 14, False),
        ("MAT-KHAU1", 8, False),
        ("mat-khau1", 8, False),
        ("Mat-khau-moi", 8, False),
        ("Matkhau2026", 8, False),
        ("Mậtkhẩu2026", 8, False),  # letters with marks are letters
        ("Mật khẩu 1", 8, True),
        ("", 8, False),
    ],
)
def test_strength(password, shortest, strong):
    assert is_strong(password, shortest) is strong


def test_what_the_site_makes_itself_is_strong():
    assert all(is_strong(new_password(), 14) for _time in range(50))


@pytest.mark.parametrize("kept, words", [({}, "10"), ({"password_history": 0, "password_length": 12}, "12")])
def test_an_empty_one_is_answered_with_the_rules(kept, words):
    (violation,) = password_violations("", "", AccountRules(kept))
    assert words in violation.message.mapping.values() and "Điều 16" in violation.rule
