"""Cells as values of fields: dates as people write them, titles for words of lists, recipients separated by ``;``."""

from datetime import date
from datetime import datetime
from qlvb.content import _
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.violations import Violation
from qlvb.workflows.importing.columns import plain
import re
from zope.component import getUtility
from zope.i18n import translate
from zope.schema import getFields
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IVocabularyFactory


_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")
YES = {"x", "co", "yes", "true", "1", "dung"}
NO = {"", "khong", "no", "false", "0", "sai"}


class Reader:
    """Turns cells into values of the fields of one portal type; the lists of words are looked up once."""

    def __init__(self, portal_type):
        self.fields = getFields(SCHEMAS[portal_type])
        self._words = {}

    def value(self, name, cell):
        """(value, None) or (None, Violation); what cannot be read otherwise goes on to the rules as it is."""
        field = self.fields[name]
        if name == "recipients":
            return recipients(cell), None
        if IDate.providedBy(field):
            return day(name, field.title, cell)
        if IInt.providedBy(field):
            return whole(cell), None
        if IBool.providedBy(field):
            return truth(cell), None
        if IChoice.providedBy(field):
            return self._word(field, text(cell)), None
        return text(cell), None

    def _word(self, field, said):
        words = self._words.get(field.vocabularyName)
        if words is None:
            words = self._words[field.vocabularyName] = {}
            for term in getUtility(IVocabularyFactory, name=field.vocabularyName)(None):
                words[plain(translate(term.title, target_language="vi"))] = term.value
                words[plain(term.value)] = term.value
        return words.get(plain(said), said)


def text(cell):
    """str of a cell: whole numbers without a point; other things than strings and numbers as they are."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return str(cell)
    return cell


def whole(cell):
    """int of a cell that says one; else the cell."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str) and cell.strip().isdecimal() and len(cell) < 20:
        return int(cell)
    return cell


def truth(cell):
    """bool of a cell that says one; else the cell."""
    said = plain(text(cell)) if not isinstance(cell, bool) else None
    if said in YES:
        return True
    return False if said in NO else cell


def day(name, title, cell):
    """(date, None) of a date cell, ``31/12/2024`` or ``2024-12-31``; else (None, Violation)."""
    if isinstance(cell, datetime):
        return cell.date(), None
    if isinstance(cell, date) or cell is None:
        return cell, None
    said = str(cell).strip()
    try:
        if match := _DAY.match(said):
            return date(int(match[3]), int(match[2]), int(match[1])), None
        return date.fromisoformat(said[:10]), None
    except ValueError:
        message = _(
            "violation_import_date",
            default="“${field}” không phải ngày (cần dạng 31/12/2024): ${said}.",
            mapping={"field": title, "said": said[:30]},
        )
        return None, Violation(name, "date_unreadable", message)


def recipients(cell):
    """Rows of recipients: of a list as it is, of a text one per ``;`` or line."""
    if not isinstance(cell, str):
        return cell
    names = dict.fromkeys(name for part in re.split(r"[;\n]", cell) if (name := " ".join(part.split()).strip(" .-")))
    return [{"name": name} for name in names]


def listed(cell):
    """list of str of a cell: its parts between ``;`` or lines."""
    if isinstance(cell, (list, tuple)):
        return [str(item).strip() for item in cell if str(item).strip()]
    return [part.strip() for part in re.split(r"[;\n]", str(text(cell) or "")) if part.strip()]
