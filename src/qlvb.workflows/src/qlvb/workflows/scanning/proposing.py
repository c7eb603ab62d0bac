"""What a scan says of itself fills the entry that waits for the clerk, who compares it with the picture beside."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.scanning.heading import read_heading
from qlvb.workflows.scanning.taking import BODY
from qlvb.workflows.texts.interfaces import ITextRead
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate


NOTE = _("scan_read_note", default="Số, ký hiệu, ngày, nơi gửi, trích yếu do máy đọc từ bản quét; hãy đối chiếu.")


@adapter(ITextRead)
def propose_fields(event):
    """Once, and only in an entry that came from the scanner and that nobody has typed into. A value that breaks a rule
    of its field is left to the clerk.
    """
    record = event.record
    if not IIncomingDocument.providedBy(record) or state_of(record) != "waiting":
        return
    if record.issuing_body != translate(BODY, target_language="vi"):
        return
    directory = getUtility(IDirectory)
    found = read_heading(event.version.text(), [agency.title for agency in directory.agencies()])
    if found.get("issue_date") and found["issue_date"] > clock.today():
        del found["issue_date"]
    if not found.get("issuing_body"):
        return
    identifiers = {agency.title: agency.identifier for agency in directory.agencies()}
    found["issuing_body_identifier"] = identifiers.get(found["issuing_body"], "")
    found["note"] = translate(NOTE, target_language="vi")
    editor = IDocumentEditor(record)
    try:
        editor.change(found, "system")
    except Refused as refused:
        wrong = {violation.field for violation in refused.violations}
        editor.change({name: value for name, value in found.items() if name not in wrong}, "system")
