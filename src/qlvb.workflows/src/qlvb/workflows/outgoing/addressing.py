"""Đọc nơi nhận từ dự thảo: the block "Nơi nhận" of the main file becomes rows of recipients (B10)."""

from qlvb.content import _
from qlvb.content.documents.recipient_block import Named
from qlvb.content.documents.recipient_block import match_agency
from qlvb.content.documents.recipient_block import read_block
from qlvb.content.files.kinds import DOCX
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.draft_words import docx_paragraphs
from qlvb.workflows.outgoing.draft_words import pdf_paragraphs
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
        return super().relevant() and self._is_readable()

    def rules(self, data):
        if not self._is_readable():
            message = _("violation_recipients_unread", default="Chưa có tệp dự thảo đọc được (.docx hoặc PDF).")
            yield self.violation("no_draft_text", message)
        elif data is not None and not self._paragraphs():
            message = _(
                "violation_recipients_no_text",
                default="Tệp “${filename}” không có lớp chữ (bản quét), nên không đọc được nơi nhận.",
                mapping={"filename": self.files.main().current.filename},
            )
            yield self.violation("no_draft_text", message)

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
        version = self.files.main().current
        return docx_paragraphs(version.data()) if version.mimetype == DOCX else pdf_paragraphs(version.pdf())

    def _is_readable(self):
        """bool: the draft is a docx, or there is a PDF of it."""
        main = self.files.main()
        return main is not None and (main.current.mimetype == DOCX or main.current.pdf_state == "ready")


def rows_of_lines(lines, before, agencies):
    """Rows of recipients as a clerk types them, one in a line: ``name``, or ``name; address``. Who is in ``before``
    (rows) keeps what is known of him, a name of one of ``agencies`` (AgencyInfo) is that agency; pure.
    """
    known = {fold(row["name"]): row for row in before}
    found = {}
    for line in lines:
        name, _mark, address = (part.strip() for part in line.partition(";"))
        if not name:
            continue
        row = known.get(fold(name)) or recipient_row(Named(name, "for_execution"), match_agency(name, agencies))
        found[fold(row["name"])] = {**row, "address": address or row["address"]}
    return list(found.values())


def line_of_row(row):
    """str: a recipient as :func:`rows_of_lines` reads it."""
    return f"{row['name']}; {row['address']}" if row["address"] and row["channel"] != "internal" else row["name"]


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
