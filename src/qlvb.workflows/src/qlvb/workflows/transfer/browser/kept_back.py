"""``@@kept-back.docx``: Danh mục hồ sơ, tài liệu giữ lại (NĐ 30/2020 Điều 31.3.d)."""

from Products.Five.browser import BrowserView
from qlvb.content import clock
from qlvb.content.files.kinds import DOCX
from qlvb.content.files.serving import send
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.interfaces import IKeptBack
from qlvb.workflows.transfer.forms.kept_back import Kept
from qlvb.workflows.transfer.forms.kept_back import draw_kept_back
from zope.component import getUtility


class KeptBackList(BrowserView):
    """A file: the closed dossiers of the agency that a unit may keep for now."""

    def __call__(self):
        directory = getUtility(IDirectory)
        agency = directory.agency_of(self.context)
        question = Question(types=("Dossier",), filters={"agency": agency.id, "state": "closed"}, sort="number")
        lines = []
        for row in every_row(question):
            kept = IKeptBack(find_record(row.uid))
            if kept.until is not None and kept.until >= clock.today():
                holder = directory.person(row.holder).fullname if row.holder else ""
                lines.append(Kept(row.reference, row.subject, holder, kept.until, kept.consent, kept.reason))
        drawn = draw_kept_back(agency.title, agency.place, clock.today(), lines)
        return send(self.request, drawn, "danh-muc-ho-so-giu-lai.docx", DOCX)
