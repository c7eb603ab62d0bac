"""The form of a catalogue with its tables; after approval it asks why, and keeps a version."""

from collections import Counter
from functools import cached_property
from plone import api
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.events import EditFinishedEvent
from plone.z3cform import layout
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.documents.senttables import sent_table_violations
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.schema import IDossierCatalogueSchema
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.versions import schedule_for
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.workflows.filing.browser.row_parts import ROWS
from qlvb.workflows.filing.browser.row_parts import key_of
from qlvb.workflows.filing.browser.row_parts import part_of
from qlvb.workflows.filing.browser.row_parts import put_back
from z3c.form import button
from z3c.form import field
from z3c.form.interfaces import HIDDEN_MODE
from z3c.form.interfaces import ActionExecutionError
from zope import schema
from zope.component import getUtility
from zope.event import notify
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import Invalid
from zope.lifecycleevent import ObjectModifiedEvent


class IChangeReason(Interface):
    """Why an approved catalogue is changed."""

    reason = schema.TextLine(
        title=_("catalogue_reason", default="Lý do điều chỉnh danh mục đã duyệt"), required=False, max_length=500
    )


class ISeen(Interface):
    """What the editor saw when the form was opened."""

    seen = schema.ASCIILine(title=_("catalogue_seen", default="Bản đang sửa"), required=False, max_length=40)
    part = schema.ASCIILine(title=_("catalogue_part", default="Phần danh mục"), required=False, max_length=4)
    shown = schema.TextLine(title=_("catalogue_shown", default="Các dòng đang sửa"), required=False, max_length=20000)


TABLES = ("headings", "entries")
#: Columns of the entries that suggest what may be typed.
SUGGESTED = ("heading", "holder", "row")

SAVED = _("catalogue_part_saved", default="Đã lưu phần vừa sửa.")
#: The rows of the second editor stay in the form; saving them again is his decision.
OVERTAKEN = _(
    "catalogue_overtaken",
    default="Các dòng anh/chị nhập còn nguyên dưới đây: mở danh mục ở cửa sổ khác để đối chiếu, rồi bấm “Lưu” lần nữa.",
)


class CatalogueEditForm(DefaultEditForm):
    """Title and decision are fields as any; the rows go through ICatalogueRows."""

    suggestions = ViewPageTemplateFile("suggestions.pt")

    def update(self):
        """See z3c.form. :raises Refused: 400 rows were sent without all their cells."""
        faults = [
            fault
            for name in TABLES
            for fault in sent_table_violations(
                self.request.form, f"form.widgets.{name}", IDossierCatalogueSchema[name]
            )
        ]
        if faults:
            raise Refused(faults)
        super().update()

    def getContent(self):
        """The values of the fields: dict; of the rows those of the part that is edited."""
        self.number, rows, self.parts = part_of(self.context.entries or [], self.asked)
        names = {userid: name for name, userid in self.people}
        rows = [{**row, "holder": names.get(row.get("holder"), row.get("holder"))} for row in rows]
        return {**{name: getattr(self.context, name, None) for name in self.fields}, "entries": rows}

    def updateFields(self):
        """See z3c.form."""
        super().updateFields()
        self.fields += field.Fields(ISeen, ignoreContext=True, mode=HIDDEN_MODE)
        if api.content.get_state(self.context, default="draft") == "approved":
            self.fields += field.Fields(IChangeReason, ignoreContext=True)

    def updateWidgets(self, *args, **kwargs):
        """Every cell of the tables is named by its column: the heads of the columns name none (WCAG 2.1, 1.3.1)."""
        super().updateWidgets(*args, **kwargs)
        self.widgets["seen"].value = self.widgets["seen"].value or ICatalogueRows(self.context).mark
        if self.parts > 1 and self.request.method != "POST":
            self.widgets["part"].value = str(self.number)
            self.widgets["shown"].value = ";".join(map(key_of, self.getContent()["entries"]))
        for table in TABLES:
            for row in self.widgets[table].widgets:
                for name, cell in row.widgets.items():
                    cell.attributes["aria-label"] = translate(cell.label, context=self.request)
                    if name in SUGGESTED:
                        cell.attributes["list"] = f"catalogue-{name}"

    def render(self):
        """The form, and what may be typed into its tables: keys of headings, people of the agency."""
        return f"{super().render()}{self.suggestions()}"

    @property
    def asked(self):
        """int: the part of the rows that is asked for, from 1."""
        value = self.request.form.get("part") or self.request.form.get("form.widgets.part") or ""
        return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 5 else 1

    def part_links(self):
        """The parts of a long catalogue: list of dict title, url, current; [] of one that is shown whole."""
        rows, base = self.context.entries or [], f"{self.context.absolute_url()}/edit"
        return [
            {
                "title": f"{(number - 1) * ROWS + 1}–{min(number * ROWS, len(rows))}",
                "url": f"{base}?part={number}",
                "current": number == self.number,
            }
            for number in range(1, self.parts + 1)
            if self.parts > 1
        ]

    @property
    def choices(self):
        """dict name of a column -> list of (what is stored, what people call it)."""
        return {
            "heading": [(one["key"], one["title"]) for one in self.context.headings],
            "holder": self.people,
            "row": [(row.token, row.name) for row in schedule_for(self.context).current().rows],
        }

    @cached_property
    def people(self):
        """What people of the agency are called and their userids, those whose name others bear by these: list."""
        directory = getUtility(IDirectory)
        people = directory.people(directory.agency_of(self.context).id)
        borne = Counter(fold(one.fullname) for one in people)
        return [(one.fullname if borne[fold(one.fullname)] == 1 else one.userid, one.userid) for one in people]

    @button.buttonAndHandler(_("catalogue_save", default="Lưu"), name="save")
    def save(self, action):
        """Change the catalogue, or show the form again with what is wrong."""
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        rows = {name: data.pop(name, None) for name in TABLES}
        reason, seen = data.pop("reason", None) or "", data.pop("seen", None)
        number, shown = data.pop("part", None), data.pop("shown", None)
        given = {name: getattr(self.context, name) if value is None else value for name, value in rows.items()}
        if shown and rows["entries"] is not None:
            given["entries"] = put_back(self.context.entries, shown.split(";"), rows["entries"])
        try:
            ICatalogueRows(self.context).change(
                given["headings"], given["entries"], api.user.get_current().getId(), reason, seen
            )
        except Refused as refused:
            words = " ".join(translate(one.message, context=self.request) for one in refused.violations)
            if refused.status == 409:
                words = f"{words} {translate(OVERTAKEN, context=self.request)}"
                self.widgets["seen"].value = ICatalogueRows(self.context).mark
            raise ActionExecutionError(Invalid(words)) from refused
        changed = {name: value for name, value in data.items() if value != getattr(self.context, name)}
        for name, value in changed.items():
            setattr(self.context, name, value)
        if changed:
            notify(ObjectModifiedEvent(self.context))
        notify(EditFinishedEvent(self.context))
        self.request.response.redirect(self.context.absolute_url())
        if shown:
            following = int(number or 1) + 1
            _number, _rows, parts = part_of(self.context.entries, following)
            api.portal.show_message(SAVED, self.request)
            self.request.response.redirect(f"{self.context.absolute_url()}/edit?part={min(following, parts)}")

    @button.buttonAndHandler(_("catalogue_cancel", default="Thôi"), name="cancel")
    def cancel(self, action):
        """Back to the catalogue."""
        self.request.response.redirect(self.context.absolute_url())


class CatalogueEdit(layout.FormWrapper):
    """The page of the form: the whole width is the table's."""

    form = CatalogueEditForm
    shell_section = "dossiers"
    shell_wide = True
