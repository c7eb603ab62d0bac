"""The draft files and component links of a submission: read and checked before anything is stored."""

from dataclasses import dataclass
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
import json
from qlvb.content import _
from qlvb.content.files.intake import Upload
from qlvb.content.files.intake import check_upload
from qlvb.content.files.intake import upload_from_json
from qlvb.content.files.rules import MEGABYTE
from qlvb.content.violations import Violation
from qlvb.workflows.onestop.rules import may_fetch


#: Of one file, and of all files of a submission together; bytes.
LARGEST, LARGEST_TOGETHER = 25 * MEGABYTE, 100 * MEGABYTE
MOST_COMPONENTS = 200
LONGEST_ECHO = 8 * 1024
LONGEST_NAME, LONGEST_URL = 300, 2000


@dataclass(frozen=True)
class DraftFile:
    """A file to store: ``main`` is the draft that is signed, the others are its annexes."""

    upload: Upload
    main: bool


def read_files(rows, deposited):
    """(list of DraftFile, violations) of ``draft.files``; ``deposited(file_id)`` gives the Deposit, or None."""
    if not isinstance(rows, list) or not rows:
        text = _("violation_onestop_no_file", default="Phải có ít nhất một tệp dự thảo.")
        return [], [Violation("draft.files", "no_draft_file", text)]
    mains = [row for row in rows if isinstance(row, dict) and row.get("main") is True]
    if len(mains) != 1:
        text = _("violation_onestop_main", default="Phải có đúng một tệp dự thảo chính (main).")
        return [], [Violation("draft.files", "main_file", text)]
    found, violations, total = [], [], 0
    for place, row in enumerate(rows, start=1):
        read, wrong, size = _read(row, f"draft.files[{place}]", deposited)
        violations += wrong
        found += [read] if read is not None else []
        total += size
    if total > LARGEST_TOGETHER:
        text = _(
            "violation_onestop_too_large",
            default="Các tệp cộng lại vượt quá ${max} MB.",
            mapping={"max": str(LARGEST_TOGETHER // MEGABYTE)},
        )
        violations.append(Violation("draft.files", "files_too_large", text))
    return found, violations


def _read(row, field, deposited):
    """(DraftFile or None, violations, bytes) of one row."""
    if not isinstance(row, dict) or not isinstance(row.get("name"), str):
        return None, [_malformed(field)], 0
    main = row.get("main") is True
    upload, violations = _sent(row, "main" if main else "annex", field, deposited)
    if violations:
        return None, violations, 0
    raw = upload.stream.getvalue()
    violations = [replace(one, field=field) for one in faults_of_file(upload, len(raw))]
    if len(raw) > LARGEST:
        return None, violations, len(raw)
    if row.get("sha256") and row["sha256"] != sha256(raw).hexdigest():
        text = _("violation_onestop_checksum", default="Mã kiểm tra SHA-256 của tệp không khớp nội dung.")
        violations.append(Violation(f"{field}.sha256", "checksum", text))
    return DraftFile(upload, main), violations, len(raw)


def _sent(row, role, field, deposited):
    """(Upload or None, violations) of what a row carries or names."""
    if "fileId" not in row:
        upload, violations = upload_from_json({"role": role, "filename": row["name"], "data": row.get("base64")})
        return upload, [replace(one, field=f"{field}.base64") for one in violations]
    kept = deposited(row["fileId"]) if isinstance(row["fileId"], str) and "base64" not in row else None
    if kept is None:
        text = _("violation_onestop_file_unknown", default="Không có tệp này; tệp tải lên trước chỉ được giữ 24 giờ.")
        return None, [Violation(f"{field}.fileId", "unknown_file", text)]
    return Upload(role=role, filename=row["name"], stream=BytesIO(kept.data())), []


def faults_of_file(upload, size):
    """Violations of an Upload of ``size`` bytes: too large, or not what may be sent; list."""
    if size <= LARGEST:
        return check_upload(upload)[0]
    text = _(
        "violation_onestop_file_too_large",
        default="Tệp “${name}” lớn hơn ${max} MB cho phép.",
        mapping={"name": upload.filename[:LONGEST_NAME], "max": str(LARGEST // MEGABYTE)},
    )
    return [Violation("file", "file_too_large", text)]


def read_components(rows, hosts):
    """(list of dict name, url, size, violations) of ``components``; ``hosts``: from which this site may fetch."""
    if rows is None:
        return [], []
    if not isinstance(rows, list) or len(rows) > MOST_COMPONENTS:
        return [], [_malformed("components")]
    found, violations = [], []
    for place, row in enumerate(rows, start=1):
        field = f"components[{place}]"
        good = isinstance(row, dict) and all(isinstance(row.get(name), str) for name in ("name", "url"))
        size = row.get("size") if good else None
        if not good or not 0 < len(row["name"].strip()) <= LONGEST_NAME or len(row["url"]) > LONGEST_URL:
            violations.append(_malformed(field))
        elif size is not None and (isinstance(size, bool) or not isinstance(size, int) or size < 0):
            violations.append(_malformed(f"{field}.size"))
        elif not may_fetch(row["url"], hosts):
            text = _(
                "violation_onestop_component",
                default="Liên kết phải là https:// tới máy chủ của hệ thống một cửa đã đăng ký.",
            )
            violations.append(Violation(f"{field}.url", "host_not_allowed", text))
        else:
            found.append({"name": row["name"].strip(), "url": row["url"], "size": size or 0})
    return found, violations


def read_echo(value):
    """(JSON text, violations) of ``echo``, which is given back untouched."""
    text = json.dumps(value, ensure_ascii=False)
    if len(text.encode()) > LONGEST_ECHO:
        message = _("violation_onestop_echo", default="“echo” dài quá 8 KB.")
        return "null", [Violation("echo", "too_long", message)]
    return text, []


def _malformed(field):
    text = _("violation_onestop_malformed", default="Dữ liệu không đúng dạng.")
    return Violation(field, "malformed", text)
