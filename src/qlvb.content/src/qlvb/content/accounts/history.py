"""What a password has to be like, and those that an account has had: kept as salted hashes, never as they were typed.

Account regulation Điều 16: at least 8 characters of four kinds. TCVN 14423:2026 5.6.2.2 b: none of the last 10.
"""

from AuthEncoding import AuthEncoding
from qlvb.content import _
from qlvb.content.accounts.interfaces import RULE
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.accounts.settings import IAccountRules
from qlvb.content.violations import Violation


#: So many are kept of each account, whatever the rule asks for today: it may ask for more tomorrow.
KEPT = IAccountRules["password_history"].max
HISTORY_RULE = "TCVN 14423:2026 mục 5.6.2.2 b"
_REUSED = _(
    "violation_password_reused",
    default="Mật khẩu mới trùng với một trong ${count} mật khẩu gần nhất của tài khoản này: hãy chọn mật khẩu khác.",
)
_WEAK = _(
    "violation_password_weak",
    default="Mật khẩu phải có từ ${length} ký tự, gồm chữ thường, chữ hoa, chữ số và ký tự đặc biệt.",
)
_RULES = _(
    "password_rules",
    default="Mật khẩu phải có từ ${length} ký tự, gồm chữ thường, chữ hoa, chữ số và ký tự đặc biệt, và không trùng "
    "${count} mật khẩu gần nhất.",
)


def is_strong(password, shortest):
    """bool: long enough, of four kinds of characters.

    >>> is_strong("Mat-khau-2026", 8), is_strong("mat-khau-2026", 8), is_strong("Matkhau2026", 8)
    (True, False, False)
    """
    kinds = (str.islower, str.isupper, str.isdigit, lambda one: not one.isalnum())
    return len(password) >= shortest and all(any(kind(one) for one in password) for kind in kinds)


def keep_password(userid, password):
    """Remember a password (as it was typed) that the account has from now on."""
    keep_hash(userid, AuthEncoding.pw_encrypt(password))


def keep_hash(userid, hashed):
    """Remember the salted hash of a password that the account has from now on."""
    kept = to_remember(userid)
    kept.past = (hashed, *kept.past)[:KEPT]


def is_recent(userid, password, count):
    """bool: it is one of the last ``count`` passwords of the account."""
    kept = remembered(userid)
    past = kept.past[:count] if kept is not None else ()
    return any(AuthEncoding.pw_validate(one, password) for one in past)


def password_violations(userid, password, rules):
    """What is wrong with a password that the owner of an account chooses (``userid`` "" for an account that has had
    none): list of Violation. ``rules``: AccountRules. An empty one is answered with all that is asked for.
    """
    mapping = {"length": str(rules.password_length), "count": str(rules.password_history)}
    if not password and rules.password_history:
        return [Violation("password", "password_weak", _with(_RULES, mapping), RULE)]
    if not is_strong(password, rules.password_length):
        return [Violation("password", "password_weak", _with(_WEAK, mapping), RULE)]
    if userid and is_recent(userid, password, rules.password_history):
        return [Violation("password", "password_reused", _with(_REUSED, mapping), HISTORY_RULE)]
    return []


def _with(message, mapping):
    return type(message)(message, mapping=mapping)
