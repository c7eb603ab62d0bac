"""``@personal-document`` of a personal document."""

from qlvb.content.answering import AnsweringService
from qlvb.content.personal.interfaces import IPersonalDocuments
from qlvb.content.personal.summary import document_json
from zope.component import getUtility


class DocumentGet(AnsweringService):
    """Subject, note and files."""

    def answer(self):
        return document_json(self.context)


class DocumentPatch(DocumentGet):
    """Changes ``subject`` or ``note``."""

    def answer(self):
        getUtility(IPersonalDocuments).change(self.context, self.body())
        return super().answer()


class DocumentDelete(AnsweringService):
    """Takes the document out of the site, with its files."""

    def answer(self):
        getUtility(IPersonalDocuments).remove(self.context)
        return self.reply_no_content()
