"""What is wrong with the settings of a link. Pure functions; rooms add the rules of their own fields."""

from qlvb.content import _
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.links.addresses import is_safe


DEFAULTS = {"enabled": False, "address": "", "account": ""}
LONGEST = {"address": 300, "account": 64, "token": 500}


def mistakes(merged, values, keeps_token, known=tuple(DEFAULTS)):
    """Violations of settings. ``values``: what was sent; ``keeps_token``: the token that is kept stays good; ``known``:
    names of the fields.
    """
    yield from unknown_fields(values, (*known, "token"))
    for name, longest in LONGEST.items():
        value = values.get(name, "")
        if not isinstance(value, str) or len(value) > longest or any(ord(char) < 32 for char in value):
            yield wrong(name)
            return  # what follows takes them for text
    yield from wrong_door(merged["address"], values.get("token", ""))
    if not isinstance(merged["enabled"], bool):
        yield wrong("enabled")
    elif merged["enabled"]:
        missing = [name for name in ("address", "account") if not merged[name]]
        missing += ["token"] if not values.get("token") and not keeps_token else []
        for name in missing:
            text = _("violation_link_needed", default="Cần có giá trị này để bật liên thông.")
            yield Violation(name, "field_missing", text)


def wrong_door(address, token):
    """Violations of the address of another system ("" for none) and of the token for it, both texts."""
    if address and not is_safe(address):
        text = _(
            "violation_link_address",
            default="Địa chỉ phải bắt đầu bằng https:// không kèm mật khẩu, tham số (http:// chỉ cho chính máy này).",
        )
        yield Violation("address", "address_wrong", text)
    if not token.isascii():
        yield wrong("token")


def wrong(name):
    """The violation of a value of the wrong form."""
    return Violation(name, "field_wrong_value", _("violation_mailbox_value", default="Giá trị không hợp lệ."))
