"""Rules of the recipients table (nơi nhận: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, 9)."""

from qlvb.content import _
from qlvb.content.documents.field_rules import check_fields
from qlvb.content.documents.schema import IRecipientRow
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.violations import Violation
import re
from zope.component import queryUtility


#: QĐ 20/2020/QĐ-TTg: letters, digits and points, up to 35 characters.
IDENTIFIER = re.compile(r"[A-Za-z0-9]+(\.[A-Za-z0-9]+)*\Z")
#: Code of the violation of a row whose agency is no more.
GONE = "recipient_gone"
RULE = "NĐ 30/2020 Phụ lục I Phần I Mục II khoản 9"


def check_recipients(rows, context=None):
    """Violations of normalised ``rows``; field names are ``recipients[<row from 1>].<column>``."""
    if not isinstance(rows, (list, tuple)):
        return []
    violations = []
    seen = {}
    for number, row in enumerate(rows, start=1):
        prefix = f"recipients[{number}]."
        if not isinstance(row, dict):
            violations.append(
                Violation(
                    prefix[:-1],
                    "field_wrong_value",
                    _(
                        "violation_recipient_not_a_row",
                        default="Nơi nhận dòng ${row} không đúng dạng bảng.",
                        mapping={"row": str(number)},
                    ),
                )
            )
            continue
        if (gone := _gone(row, number)) is not None:
            violations.append(gone)
            continue
        found = check_fields(IRecipientRow, row, context, prefix)
        violations.extend(found)
        if found:
            continue
        violations.extend(_check_row(row, number, prefix))
        key = _key(row)
        if key in seen:
            violations.append(
                Violation(
                    prefix + "name",
                    "recipient_twice",
                    _(
                        "violation_recipient_twice",
                        default="Nơi nhận dòng ${row} trùng với dòng ${first}.",
                        mapping={"row": str(number), "first": str(seen[key])},
                    ),
                    RULE,
                )
            )
        seen.setdefault(key, number)
    return violations


def _gone(row, number):
    """The violation of a row with a name, whose agency the directory does not know (any more); else None."""
    directory = queryUtility(IDirectory)
    agency, name = row.get("agency"), row.get("name")
    named = isinstance(agency, str) and agency and isinstance(name, str) and name.strip()
    if directory is None or not named or directory.agency(agency) is not None:
        return None
    message = _(
        "violation_recipient_gone",
        default="Nơi nhận “${name}” (dòng ${row}) không còn trong hệ thống: hãy bỏ dòng này hoặc chọn nơi nhận khác.",
        mapping={"name": name.strip()[:200], "row": str(number)},
    )
    return Violation(f"recipients[{number}].agency", GONE, message, RULE)


def _check_row(row, number, prefix):
    mapping = {"row": str(number)}
    if row["channel"] == "internal" and not row["agency"]:
        yield Violation(
            prefix + "agency",
            "recipient_agency_missing",
            _(
                "violation_recipient_agency_missing",
                default="Nơi nhận “${name}” (dòng ${row}) gửi trong hệ thống nhưng chưa chọn cơ quan, hoặc cơ quan "
                "không còn trong hệ thống: hãy chọn lại hoặc bỏ dòng này.",
                mapping={**mapping, "name": row["name"]},
            ),
        )
    if row["channel"] == "interchange" and not row["identifier"]:
        yield Violation(
            prefix + "identifier",
            "recipient_identifier_missing",
            _(
                "violation_recipient_identifier_missing",
                default="Nơi nhận dòng ${row} gửi qua trục liên thông nhưng chưa có mã định danh.",
                mapping=mapping,
            ),
            "QĐ 20/2020/QĐ-TTg",
        )
    if row["identifier"] and not IDENTIFIER.match(row["identifier"]):
        yield Violation(
            prefix + "identifier",
            "recipient_identifier_wrong",
            _(
                "violation_recipient_identifier_wrong",
                default="Mã định danh của nơi nhận dòng ${row} chỉ gồm chữ không dấu, chữ số và dấu chấm.",
                mapping=mapping,
            ),
            "QĐ 20/2020/QĐ-TTg",
        )


def _key(row):
    if row["agency"]:
        return ("agency", row["agency"])
    if row["identifier"]:
        return ("identifier", row["identifier"].upper())
    return ("name", fold(row["name"]), fold(row["address"]))
