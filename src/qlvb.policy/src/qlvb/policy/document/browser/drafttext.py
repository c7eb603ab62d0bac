"""``@@draft-text``: the paragraphs of a draft, typed over and remarked on in place by whoever has it before him."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.people import name_of
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.document.browser.crumbs import Crumbs
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.editing.interfaces import IDraftText
from zope.i18nmessageid import Message


WIDTH = 90  # characters of a line, for the height of a field before the browser fits it
SAVED = _("draft_text_saved", default="Đã lưu thành bản ${number}.")
REMARKED = _("draft_text_remarked", default="Đã ghi góp ý.")


class DraftTextPage(Assets, Crumbs, PostedForm):
    """Fields for those who may change the draft now, words for the others."""

    index = ViewPageTemplateFile("templates/drafttext.pt")
    title = _("draft_text_title", default="Sửa, góp ý trên dự thảo")
    shell_section = "outgoing"
    shell_wide = True

    @cached_property
    def text(self):
        return IDraftText(self.context)

    @cached_property
    def number(self):
        """Number of the version that is shown: the newest, or the one that was being typed over; 0: there is none."""
        typed = self.value("version")
        if self.violations and typed.isascii() and typed.isdigit():
            return int(typed)
        return self.text.version.number if self.text.version is not None else 0

    def can(self, act_id):
        """bool: the act can be done now."""
        return not IActs(self.context).get(act_id).check()

    @cached_property
    def may_edit(self):
        return self.can("edit_text")

    @cached_property
    def may_remark(self):
        return self.can("remark_draft")

    @cached_property
    def newer(self):
        """dict open, compare (addresses), old, new (numbers): the version that was made while this one was being typed
        over; None when there is none.
        """
        version, main = self.text.version, IFileStore(self.context).main()
        if not self.violations or version is None or not 0 < self.number < version.number:
            return None
        url = self.context.absolute_url()
        compare = f"{url}/@@compare?file={main.id}&from={self.number}&to={version.number}"
        return {"open": f"{url}/@@draft-text", "compare": compare, "old": self.number, "new": version.number}

    def why_not(self):
        """list of str: why nothing can be typed over."""
        found = IActs(self.context).get("edit_text").check()
        return [api.portal.translate(violation.message) for violation in found]

    def lines(self):
        """list of dict, one for each paragraph with what was typed into it."""
        said = self.remarks_by_paragraph
        return [
            {
                "number": line.number,
                "name": f"paragraph.{line.number}",
                "text": self.typed(line),
                "fixed": line.fixed,
                "in_table": line.in_table,
                "rows": rows_of(line.text),
                "remarks": said.get(line.number, ()),
            }
            for line in self.text.lines(self.number or None)
        ]

    def typed(self, line):
        """str: what the form says of a line, else its own words."""
        return line.text if line.fixed else self.value(f"paragraph.{line.number}", line.text)

    @cached_property
    def remarks_by_paragraph(self):
        """dict number -> list of dict: remarks about the version that is shown."""
        found = {}
        for one in self.text.remarks():
            if one.version == self.number:
                found.setdefault(one.paragraph, []).append(shown(one))
        return found

    def general_remarks(self):
        """list of dict: about the whole of it, and about earlier versions."""
        earlier = [shown(one) for one in self.text.remarks() if one.version != self.number]
        return self.remarks_by_paragraph.get(0, []) + earlier[::-1]

    def save(self):
        acts = IActs(self.context)
        if "remark" in self.request.form:
            data = {"text": self.value("remark_text"), "paragraph": self.value("remark_paragraph")}
            acts.perform("remark_draft", data)
            api.portal.show_message(REMARKED, self.request)
            return f"{self.context.absolute_url()}/@@draft-text"
        edited = self.value("version")
        lines = self.text.lines(int(edited)) if edited.isascii() and edited.isdigit() else []
        data = {"version": edited, "note": self.value("note"), "paragraphs": [self.typed(line) for line in lines]}
        result = acts.perform("edit_text", data)
        api.portal.show_message(Message(SAVED, mapping={"number": str(result["version"])}), self.request)
        return self.context.absolute_url()


def shown(remark):
    """dict: a Remark for the template."""
    return {
        "who": name_of(remark.by),
        "when": show_moment(remark.when),
        "text": remark.text,
        "version": remark.version,
        "paragraph": remark.paragraph,
    }


def rows_of(text):
    """Height of a field that shows ``text``, in lines (pure)."""
    return sum(1 + len(line) // WIDTH for line in text.split("\n"))
