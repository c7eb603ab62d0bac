"""Đọc nơi nhận từ dự thảo: the block "Nơi nhận" of the main file becomes rows of recipients (B10)."""

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from io import BytesIO
from lxml.etree import XMLSyntaxError
from qlvb.content import _
from qlvb.content.documents.recipient_block import match_agency
from qlvb.content.documents.recipient_block import read_block
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.workflows.outgoing.base import OutgoingAct
from zipfile import BadZipFile
from zope.component import getUtility
from zope.schema.vocabulary import getVocabularyRegistry


class ReadRecipients(OutgoingAct):
    """Adds those whom the draft names and the record does not; nobody is taken off."""

    id = "read_recipients"
    title = _("act_read_recipients", default="Đọc nơi nhận từ dự thảo")
    description = _(
        "act_read_recipients_help", default="Đọc mục “Nơi nhận” của tệp dự thảo và thêm vào danh sách nơi nhận."
    )
    permission = "qlvb: Draft"
    states = ("draft", "returned")
    order = 70

    def relevant(self):
        main = self.files.main()
        return super().relevant() and main is not None and main.current.filename.lower().endswith(".docx")

    def rules(self, data):
        main = self.files.main()
        if main is None or not main.current.filename.lower().endswith(".docx"):
            message = _("violation_recipients_no_docx", default="Dự thảo không phải là tệp .docx.")
            yield self.violation("no_docx", message)

    def execute(self, data):
        named, kept = read_block(self._paragraphs(), self._purposes())
        directory = getUtility(IDirectory)
        agencies = [agency for agency in directory.agencies() if agency.id != self.agency.id]
        rows = [dict(row) for row in self.record.recipients or ()]
        known = {fold(row["name"]) for row in rows} | {row["agency"] for row in rows if row["agency"]}
        added = []
        for one in named:
            agency = match_agency(one.name, agencies)
            if fold(one.name) in known or (agency is not None and agency.id in known):
                continue
            row = recipient_row(one, agency)
            rows.append(row)
            known |= {fold(row["name"]), row["agency"]} - {""}
            added.append(row["name"])
        self.record.recipients = rows
        if kept and not self.record.retained_by:
            self.record.retained_by = kept
        message = _(
            "act_read_recipients_done", default="Đã thêm ${count} nơi nhận.", mapping={"count": str(len(added))}
        )
        return {"added": added, "kept": kept, "message": message}

    def detail(self, data, result):
        return {"added": result["added"], "kept": result["kept"]}

    def _purposes(self):
        return {term.value for term in getVocabularyRegistry().get(self.record, "qlvb.recipient_purposes")}

    def _paragraphs(self):
        """Paragraphs of the draft, tables included, in their order: list of str; [] for a file that cannot be read."""
        try:
            body = Document(BytesIO(self.files.main().current.data())).element.body
        except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError):
            return []
        texts = ("".join(node.text or "" for node in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))
        return [nfc(" ".join(text.split())) for text in texts if text.strip()]


def recipient_row(one, agency):
    """The recipients row of a Named: inside the site when it is an agency of it."""
    if agency is None:
        return {
            "name": one.name,
            "identifier": "",
            "agency": "",
            "channel": "outside",
            "purpose": one.purpose,
            "address": "",
        }
    return {
        "name": agency.title,
        "identifier": agency.identifier,
        "agency": agency.id,
        "channel": "internal",
        "purpose": one.purpose,
        "address": agency.address,
    }
