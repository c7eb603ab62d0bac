"""What somebody wants exported: which list, narrowed how, which columns in which order, as what."""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.desks.interfaces import EVERYWHERE
from qlvb.content.files.kinds import DOCX
from qlvb.content.files.kinds import XLSX
from qlvb.content.index.columns import columns_of
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.filters import sort_of
from qlvb.content.index.question import Question
from qlvb.content.index.question import box_of
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


FORMATS = {
    "xlsx": XLSX,
    "docx": DOCX,
    "pdf": "application/pdf",
    "xml": "application/xml",
}
#: So many rows at most; more do not fit what people can read, and tie up the worker.
MOST = {"xlsx": 50_000, "docx": 5_000, "pdf": 5_000, "xml": 200_000}
#: So many rows are written while the person waits.
AT_ONCE = 1_000
DEFAULT_COLUMNS = ("ordinal", "reference", "issue_date", "subject", "issuing_body", "document_type", "state")
MAX_TITLE = 200
RULE = "NĐ 30/2020 Phụ lục VI mục 6h"


@dataclass(frozen=True)
class Order:
    """``columns`` are ids; ``title`` is what stands above the list; ``language`` in which it is written."""

    format: str
    where: str
    filters: dict
    sort: str
    columns: tuple
    title: str
    language: str = "vi"

    @property
    def question(self):
        if self.where == EVERYWHERE:
            return Question(types=SEARCHED, filters=self.filters, sort=self.sort or None)
        return Question(box=self.where, filters=self.filters, sort=self.sort or None)

    @property
    def mimetype(self):
        return FORMATS[self.format]

    def as_params(self):
        """dict of JSON values, from which :func:`order_of` makes the Order again."""
        return {
            "format": self.format,
            "list": self.where,
            "filters": dict(self.filters),
            "sort": self.sort,
            "columns": list(self.columns),
            "title": self.title,
            "language": self.language,
        }


def order_of(values):
    """Order of ``values`` (dict ``format``, ``list``, ``filters``, ``sort``, ``columns``, ``title``, ``language``).

    :raises Refused: 400 with every mistake.
    """
    values = nfc_tree(values)
    violations = []
    wanted = values.get("format")
    if not isinstance(wanted, str) or wanted not in FORMATS:
        text = _("violation_export_format", default="Chỉ xuất được xlsx, docx, xml hoặc pdf.")
        violations.append(Violation("format", "unknown_format", text, RULE))
    where = values.get("list") or EVERYWHERE
    box = None
    if where != EVERYWHERE:
        box, mistakes = _tried(lambda: box_of(where))
        violations += mistakes
    filters = values.get("filters") or {}
    if not isinstance(filters, dict):
        text = _("violation_search_filters", default="“filters” phải là một đối tượng JSON.")
        violations.append(Violation("filters", "filters_wrong", text))
        filters = {}
    filters = {str(name): value for name, value in filters.items() if value not in (None, "", [], ())}
    if not isinstance(filters.get("text", ""), str):
        filters["text"] = " ".join(map(str, filters["text"])) if isinstance(filters["text"], list) else ""
    violations += _tried(lambda: clauses_of(filters))[1]
    sort = values.get("sort") or ""
    violations += _tried(lambda: sort_of(sort, None))[1]
    ids = values.get("columns") or (box.columns if box else DEFAULT_COLUMNS)
    ids = [ids] if isinstance(ids, str) else ids
    columns, mistakes = _tried(lambda: columns_of(ids)) if isinstance(ids, (list, tuple)) else (None, [_not_a_list()])
    violations += mistakes
    if violations:
        raise Refused(violations)
    title = values.get("title")
    title = " ".join(title.split())[:MAX_TITLE] if isinstance(title, str) else ""
    language = "en" if values.get("language") == "en" else "vi"
    return Order(wanted, where, filters, sort, tuple(column.id for column in columns), title, language)


def order_of_form(form, language):
    """Order of the parameters of an address or form: filters by their names, ``columns`` repeated or with commas."""
    columns = form.get("columns") or []
    columns = columns if isinstance(columns, list) else str(columns).split(",")
    known = ("format", "list", "list_id", "sort_on", "columns", "title", "_authenticator")
    values = {
        "format": form.get("format"),
        "list": form.get("list"),
        "sort": form.get("sort_on"),
        "columns": [str(one).strip() for one in columns if str(one).strip()],
        "title": form.get("title"),
        "filters": {name: value for name, value in form.items() if name not in known},
        "language": language,
    }
    return order_of(values)


def too_long(order, total):
    """Refused for a list with more rows than the format takes."""
    text = _(
        "violation_export_long",
        default="Danh sách có ${total} dòng, tệp ${format} chứa tối đa ${most}. Hãy lọc bớt.",
        mapping={"total": str(total), "format": order.format, "most": str(MOST[order.format])},
    )
    return Refused(Violation("list", "too_many_rows", text, RULE))


def _tried(ask):
    try:
        return ask(), []
    except Refused as refused:
        return None, refused.violations


def _not_a_list():
    text = _("violation_columns_shape", default="“columns” phải là một danh sách mã cột.")
    return Violation("columns", "columns_wrong", text)
