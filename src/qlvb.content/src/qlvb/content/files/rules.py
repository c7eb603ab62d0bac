"""Which files may be taken (pure functions; Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục VI, 1b)."""

from qlvb.content import _
from qlvb.content.files.inspection import inspect
from qlvb.content.files.kinds import ALLOWED
from qlvb.content.files.kinds import KINDS
from qlvb.content.files.names import extension
from qlvb.content.violations import Violation


FIELD = "file"
MEGABYTE = 1024 * 1024

_FAULTS = {
    "broken": (
        "file_broken",
        _("violation_file_broken", default="Tệp bị hỏng hoặc không mở được. Hãy kiểm tra và tải lên lại."),
    ),
    "encrypted": (
        "file_encrypted",
        _("violation_file_encrypted", default="Tệp có mật khẩu. Hãy bỏ mật khẩu trước khi tải lên."),
    ),
    "macros": (
        "file_has_macros",
        _("violation_file_has_macros", default="Tệp có chứa macro. Hãy lưu lại không có macro."),
    ),
    "bomb": (
        "file_too_large_unpacked",
        _("violation_file_bomb", default="Tệp nén bung ra quá lớn nên không được nhận."),
    ),
}


def check_file(stream, filename, role, max_bytes):
    """(violations, Inspection or None) for a binary seekable ``stream`` named ``filename`` (cleaned) in ``role``."""
    size = stream.seek(0, 2)
    if not filename:
        return [_refusal("file_name_missing", _("violation_file_name_missing", default="Tệp chưa có tên."))], None
    if role not in ALLOWED:
        return [_refusal("file_role_unknown", _("violation_file_role_unknown", default="Không có loại tệp này."))], None
    if size == 0:
        return [_refusal("file_empty", _("violation_file_empty", default="Tệp rỗng, không có nội dung."))], None
    if size > max_bytes:
        return [_too_large(size, max_bytes)], None
    found = inspect(stream, strict=role in ("main", "signed"))
    return _check_found(found, filename, role), found


def _check_found(found, filename, role):
    allowed = ALLOWED[role]
    suffix = extension(filename)
    named = next((kind.id for kind in KINDS.values() if suffix in kind.extensions), None)
    if found.fault and (found.kind in allowed or named in allowed):
        return [_refusal(*_FAULTS[found.fault])]
    if found.kind not in allowed:
        return [_mismatch(filename)] if named in allowed else [_not_allowed(role)]
    if suffix not in KINDS[found.kind].extensions:
        return [_mismatch(filename)]
    return []


def _refusal(code, message):
    return Violation(FIELD, code, message, "NĐ 30/2020 Phụ lục VI Phần I mục 1")


def _too_large(size, max_bytes):
    message = _(
        "violation_file_too_large",
        default="Tệp lớn ${size} MB, vượt quá ${max} MB cho phép.",
        mapping={
            "size": f"{size / MEGABYTE:.1f}".replace(".", ","),
            "max": f"{max_bytes / MEGABYTE:g}".replace(".", ","),
        },
    )
    return _refusal("file_too_large", message)


def _mismatch(filename):
    message = _(
        "violation_file_extension_mismatch",
        default="Nội dung tệp “${name}” không đúng với phần mở rộng của tên tệp.",
        mapping={"name": filename},
    )
    return _refusal("file_extension_mismatch", message)


def _not_allowed(role):
    extensions = ", ".join(suffix[1:] for kind in ALLOWED[role] for suffix in KINDS[kind].extensions)
    message = _(
        "violation_file_type_not_allowed",
        default="Không nhận kiểu tệp này. Các kiểu được nhận: ${types}.",
        mapping={"types": extensions},
    )
    return _refusal("file_type_not_allowed", message)
