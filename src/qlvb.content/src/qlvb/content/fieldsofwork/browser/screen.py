"""``@@fields-of-work`` of the site and of an agency: adding, renaming, retiring, and what was changed when by whom."""

from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.people import name_of


SHOWN_CHANGES = 50
EVENTS = {
    "added": _("fields_added", default="thêm"),
    "renamed": _("fields_renamed", default="đổi tên"),
    "retired": _("fields_retired", default="thôi dùng"),
    "restored": _("fields_restored", default="dùng lại"),
    "closed": _("fields_closed", default="chỉ cho chọn lĩnh vực trong danh mục"),
    "opened": _("fields_opened", default="cho nhập lĩnh vực ngoài danh mục"),
}


class FieldsOfWorkView(PostedForm):
    """The list of the place; an agency sees those of the site above its own, unchangeable."""

    @property
    def fields(self):
        return IFieldsOfWork(self.context)

    @property
    def of_agency(self):
        return IAgency.providedBy(self.context)

    def shared(self):
        """Titles in force of the site, on the page of an agency: list of str."""
        if not self.of_agency:
            return []
        return [one.title for one in IFieldsOfWork(api.portal.get()).all() if one.retired is None]

    def rows(self):
        """list of dict id, title, retired (shown moment, "" while in force)."""
        return [{"id": one.id, "title": one.title, "retired": show_moment(one.retired)} for one in self.fields.all()]

    def changes(self):
        """The newest changes: list of dict when, by, event, title, before."""
        return [
            {
                "when": show_moment(one.when),
                "by": name_of(one.by),
                "event": EVENTS[one.event],
                "title": one.title,
                "before": one.before,
            }
            for one in self.fields.changes()[:SHOWN_CHANGES]
        ]

    def save(self):
        by = api.user.get_current().getId()
        if self.value("closed"):
            self.fields.close(self.value("closed") == "1", by)
            return self.address
        for act in ("retire", "restore"):
            if self.value(act):
                getattr(self.fields, act)(self.value(act), by)
                return self.address
        if self.value("rename"):
            self.fields.rename(self.value("rename"), self.value("title"), by)
        else:
            self.fields.add(self.value("title"), by)
        return self.address

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@@fields-of-work"
