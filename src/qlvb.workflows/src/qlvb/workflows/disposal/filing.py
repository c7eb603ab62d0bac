"""The eight components of the disposal dossier: what is made by the system, what is handed in, what is missing."""

from qlvb.content import _
from qlvb.content.disposals.interfaces import COMPONENTS
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.sheet import MARK
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.disposal.forms import made
from qlvb.workflows.disposal.needs import needs_opinion
from zope.globalrequest import getRequest
from zope.i18n import translate


TITLES = {
    "list": _("component_list", default="Danh mục tài liệu hết thời hạn lưu trữ, trùng lặp"),
    "explanation": _("component_explanation", default="Bản thuyết minh tài liệu hết thời hạn lưu trữ, trùng lặp"),
    "council_decision": _("component_council_decision", default="Quyết định thành lập Hội đồng xét hủy"),
    "minutes": _("component_minutes", default="Biên bản họp Hội đồng xét hủy"),
    "opinion": _("component_opinion", default="Văn bản thẩm định, cho ý kiến của cơ quan có thẩm quyền"),
    "decision": _("component_decision", default="Quyết định hủy tài liệu"),
    "handover": _("component_handover", default="Biên bản bàn giao tài liệu hủy"),
    "destruction": _("component_destruction", default="Biên bản về việc hủy tài liệu"),
}


def file_component(disposal, component, by):
    """Make the form of a component and file it; a newer one is a new version of the same file."""
    title = translate(TITLES[component], target_language="vi")
    return store_component(disposal, component, f"{title}.docx", made(disposal, component), by)


def store_component(disposal, component, filename, data, by):
    """File bytes as a component; returns the IFileVersion. :raises Refused: 400 the file cannot be taken."""
    store, note = IFileStore(disposal), MARK + component
    known = ISheet(disposal).components()[component]
    if known:
        return store.replace(known, filename, data, by, note=note)
    title = translate(TITLES[component], target_language="vi")
    return store.add("annex", filename, data, by, note=note, title=title).current


def required(disposal):
    """Components that this disposal has to have in the end: tuple."""
    return tuple(name for name in COMPONENTS if name != "opinion" or needs_opinion(disposal))


def missing_components(disposal, before=None):
    """Message naming the components that are missing, those from ``before`` on left out; "" when none is."""
    until = COMPONENTS.index(before) if before else len(COMPONENTS)
    there = ISheet(disposal).components()
    missing = [name for name in required(disposal) if COMPONENTS.index(name) < until and not there[name]]
    if not missing:
        return ""
    names = "; ".join(translate(TITLES[name], context=getRequest()) for name in missing)
    return _("violation_disposal_components", default="Hồ sơ hủy còn thiếu: ${names}.", mapping={"names": names})
