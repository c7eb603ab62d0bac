"""Lưu hồ sơ: choosing the dossiers of a document."""

from Products.Five.browser import BrowserView
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.filing.access import usable_dossiers
from qlvb.workflows.filing.access import visible_dossiers
from qlvb.workflows.filing.browser.rows import dossier_row
from uuid import uuid4
from zope.component import getUtility


class FilePicker(BrowserView):
    """``@@file-in-dossier``: open dossiers one may file in, searched without accents; the choice is sent to the act
    ``file``.
    """

    def __call__(self):
        self.text = str(self.request.form.get("text", ""))
        kept = {dossier.UID() for dossier in getUtility(IDossierFinder).dossiers_of(self.context)}
        self.usable = [dossier for dossier in usable_dossiers(self.context, self.text) if dossier.UID() not in kept]
        self.kept = visible_dossiers(self.context)
        self.violations = IActs(self.context).get("file").check()
        self.key = uuid4().hex
        return self.index()

    def rows(self):
        return [dossier_row(dossier) for dossier in self.usable]
