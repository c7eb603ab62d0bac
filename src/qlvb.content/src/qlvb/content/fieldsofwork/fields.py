"""Fields of work in an annotation of the site or of an agency, with every change of them."""

from BTrees.IOBTree import IOBTree
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.fieldsofwork.interfaces import IFieldChange
from qlvb.content.fieldsofwork.interfaces import IFieldOfWork
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.organisation.collections import AgencyCollection
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from secrets import token_hex
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


#: As long as the field of a document is.
LONGEST = 100
#: Annotation of an agency: whether only what is offered may be entered.
CLOSED = "qlvb.fields_of_work.closed"
MOST = 500


@implementer(IFieldOfWork)
@dataclass(frozen=True)
class FieldOfWork:
    """See IFieldOfWork."""

    id: str
    title: str
    retired: datetime | None = None


@implementer(IFieldChange)
@dataclass(frozen=True)
class FieldChange:
    """See IFieldChange."""

    when: datetime
    by: str
    event: str
    title: str
    before: str = ""


def title_violations(title, others):
    """list of Violation of a name (str) beside ``others`` (titles of the same list). Pure.

    >>> [one.code for one in title_violations("Đất đai", ["Y tế"])]
    []
    >>> [one.code for one in title_violations("đất đai", ["Đất Đai"])]
    ['field_of_work_known']
    """
    if not 0 < len(title) <= LONGEST:
        message = _(
            "violation_field_of_work_title",
            default="Tên lĩnh vực phải có từ 1 đến ${max} ký tự.",
            mapping={"max": str(LONGEST)},
        )
        return [Violation("title", "field_of_work_title", message)]
    if fold(title) in {fold(other) for other in others}:
        message = _(
            "violation_field_of_work_known",
            default="Danh mục đã có lĩnh vực “${title}”.",
            mapping={"title": title},
        )
        return [Violation("title", "field_of_work_known", message)]
    return []


class FieldsOfWork(AgencyCollection):
    """See IFieldsOfWork. The collection keeps an annotation of whatever it adapts."""

    annotation = "qlvb.fields_of_work"
    journal = "qlvb.fields_of_work.changes"
    missing = Violation(
        "id", "field_of_work_unknown", _("violation_field_of_work_missing", default="Danh mục không có lĩnh vực này.")
    )

    @property
    def closed(self):
        return bool(IAnnotations(self.agency).get(CLOSED))

    def close(self, closed, by):
        raise Refused(self.missing, 404)

    def add(self, title, by):
        title = self._checked(title)
        if len(self._kept) >= MOST:
            message = _(
                "violation_fields_of_work_many", default="Đã có ${max} lĩnh vực.", mapping={"max": str(MOST)}
            )
            raise Refused(Violation("title", "too_many_fields", message))
        found = self.put(FieldOfWork(token_hex(5), title))
        self._tell("added", found, by)
        return found

    def rename(self, field_id, title, by):
        former = self._known(field_id)
        title = self._checked(title, former)
        if title == former.title:
            return former
        found = self.put(replace(former, title=title))
        self._tell("renamed", found, by, former.title)
        return found

    def retire(self, field_id, by):
        found = self._known(field_id)
        if found.retired is None:
            self._tell("retired", self.put(replace(found, retired=clock.now())), by)

    def restore(self, field_id, by):
        found = self._known(field_id)
        if found.retired is not None:
            self._tell("restored", self.put(replace(found, retired=None)), by)

    def changes(self):
        return list(reversed(IAnnotations(self.agency).get(self.journal, IOBTree()).values()))

    def offered(self, text=""):
        words = fold(text).split()
        found = {}
        for place in self.places():
            for one in IFieldsOfWork(place).all():
                if one.retired is None and all(word in fold(one.title) for word in words):
                    found.setdefault(fold(one.title), (one, place))
        return sorted(found.values(), key=lambda pair: fold(pair[0].title))

    def places(self):
        """Whose lists are proposed here: list."""
        return [self.agency]

    def _checked(self, title, former=None):
        title = " ".join(nfc(title).split()) if isinstance(title, str) else ""
        if violations := title_violations(title, [one.title for one in self._kept.values() if one != former]):
            raise Refused(violations)
        return title

    def _known(self, field_id):
        found = self.get(field_id)
        if found is None:
            raise Refused(self.missing, 404)
        return found

    def _tell(self, event, field, by, before=""):
        annotations = IAnnotations(self.agency)
        if self.journal not in annotations:
            annotations[self.journal] = IOBTree()
        kept = annotations[self.journal]
        kept[kept.maxKey() + 1 if kept else 1] = FieldChange(clock.now(), by, event, field.title, before)


@implementer(IFieldsOfWork)
@adapter(IAgency)
class AgencyFields(FieldsOfWork):
    """Of one agency, beside those of the site."""

    def places(self):
        return [api.portal.get(), self.agency]

    def close(self, closed, by):
        if closed == self.closed:
            return
        if closed and not self.offered():
            message = _(
                "violation_fields_of_work_empty",
                default="Danh mục chưa có lĩnh vực nào đang dùng: hãy thêm lĩnh vực trước khi chỉ cho chọn trong danh "
                "mục.",
            )
            raise Refused(Violation("closed", "fields_of_work_empty", message))
        IAnnotations(self.agency)[CLOSED] = closed
        self._tell("closed" if closed else "opened", FieldOfWork("", ""), by)


@implementer(IFieldsOfWork)
@adapter(IPloneSiteRoot)
class SiteFields(FieldsOfWork):
    """Of every agency."""
