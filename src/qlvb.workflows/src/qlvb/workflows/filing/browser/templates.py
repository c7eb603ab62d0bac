"""``@@dossier-templates``: templates as text, a line per component, and how dossiers of the agency gather."""

from plone import api
from qlvb.content import _
from qlvb.content.documents.document_types import document_types
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.filing.gathering import MODES
from qlvb.workflows.filing.gathering import mode_of
from qlvb.workflows.filing.gathering import set_mode
from qlvb.workflows.filing.templates import save_templates
from qlvb.workflows.filing.templates import templates_from
from qlvb.workflows.filing.templates import templates_of


MODE_TITLES = {
    "automatic": _("gathering_automatic", default="Tự động đưa vào hồ sơ"),
    "propose": _("gathering_propose", default="Chỉ đề xuất trên màn hình hồ sơ"),
    "off": _("gathering_off", default="Không gom"),
}
DIRECTIONS = {"den": "incoming", "di": "outgoing", "": ""}
WORDS = {"incoming": "đến", "outgoing": "đi", "": ""}


class DossierTemplates(PostedForm):
    """One form over all templates; a title emptied takes the template out."""

    shell_section = "dossiers"

    def modes(self):
        chosen = self.value("mode") or mode_of(self.context.getId())
        return [{"value": mode, "title": MODE_TITLES[mode], "chosen": mode == chosen} for mode in MODES]

    def blocks(self):
        """Templates as the form shows them, an empty one at the end: list of dict place, id, title, text."""
        if self.request.method == "POST":
            shown = [
                {name: self.value(f"{name}-{place}") for name in ("id", "title", "text")}
                for place in range(self.count)
                if self.value(f"title-{place}")
            ]
        else:
            shown = [
                {"id": one.id, "title": one.title, "text": "\n".join(map(line_of, one.components))}
                for one in templates_of(self.context)
            ]
        shown.append({"id": "", "title": "", "text": ""})
        return [{"place": place, **one} for place, one in enumerate(shown)]

    @property
    def count(self):
        text = self.value("templates")
        return min(int(text), 200) if text.isdecimal() else 0

    def save(self):
        items, faults = [], []
        for place in range(self.count):
            title = self.value(f"title-{place}")
            if not title:
                continue
            components = []
            for number, line in enumerate(self.value(f"text-{place}").splitlines(), 1):
                if line.strip():
                    component, fault = component_from(line, f"{title}, {number}")
                    components.append(component)
                    faults += [fault] if fault else []
            items.append({"id": self.value(f"id-{place}") or id_of(title), "title": title, "components": components})
        if faults:
            raise Refused(faults)
        templates = templates_from(items)
        set_mode(self.context, self.value("mode"))
        save_templates(self.context, templates)
        api.portal.show_message(_("templates_saved", default="Đã lưu mẫu hồ sơ."), self.request)
        return f"{self.context.absolute_url()}/@@dossier-templates"


def id_of(title):
    """An id from a title: letters without accents, joined by dashes."""
    return "-".join(fold(title).split())[:40].strip("-")


def line_of(component):
    """A Component as one line: title | types | direction | "không bắt buộc"."""
    known = document_types()
    types = ", ".join(known[one].title.split(" (")[0] for one in component.document_types)
    parts = [component.title, types, WORDS[component.direction], "" if component.required else "không bắt buộc"]
    return " | ".join(parts).rstrip(" |")


def component_from(line, at):
    """(dict of a component, Violation or None) of such a line."""
    title, types, direction, required = [*(part.strip() for part in line.split("|")), "", "", "", ""][:4]
    by_title = {fold(kind.title.split(" (")[0]): token for token, kind in document_types().items()}
    tokens = [by_title.get(fold(name.strip())) for name in types.split(",") if name.strip()]
    found = {
        "title": title,
        "document_types": [token for token in tokens if token],
        "direction": DIRECTIONS.get(fold(direction), ""),
        "required": not required,
    }
    if None in tokens or fold(direction) not in DIRECTIONS:
        message = _(
            "violation_template_line",
            default="${at}: không hiểu “${line}” (tên | loại văn bản | đến hoặc đi | không bắt buộc).",
            mapping={"at": at, "line": line.strip()[:100]},
        )
        return found, Violation("text", "line_wrong", message)
    return found, None
