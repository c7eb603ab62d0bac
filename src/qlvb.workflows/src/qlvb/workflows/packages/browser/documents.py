"""``<agency>/@@document-packages``: packages of documents that are in no dossier, asked for and fetched."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.filing.unfiled import BOX
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.browser.entries import EntriesForm
from qlvb.workflows.packages.browser.entries import EntryFile
from qlvb.workflows.packages.entries import RECEIVED
from qlvb.workflows.packages.loose.answers import documents_json
from qlvb.workflows.packages.loose.answers import send_documents
from qlvb.workflows.packages.loose.choosing import OPTIONS
from qlvb.workflows.packages.loose.shelf import DocumentPackages
from qlvb.workflows.packages.wording import KIND_TITLES
from zope.component import getUtility


class DocumentPackagesView(EntriesForm):
    """A form for what is to be packed, and the list with hashes and reports."""

    shell_section = "archive"

    @property
    def packages(self):
        return DocumentPackages(self.context.getId())

    @property
    def page(self):
        return f"{self.context.absolute_url()}/@@document-packages"

    def unfiled(self):
        """int: documents of the agency in no dossier that the person may view."""
        principals = frozenset({group_id(self.context.getId(), "archivist")})
        return getUtility(IListing).count(
            Question(box=BOX, filters={"agency": self.context.getId()}, principals=principals)
        )

    def first_day(self):
        """ISO date with which the form begins: the first of the year before."""
        return self.value("from") or f"{clock.today().year - 1}-01-01"

    def last_day(self):
        """ISO date: the last day of the year before."""
        return self.value("to") or f"{clock.today().year - 1}-12-31"

    def row(self, entry):
        """See EntriesForm."""
        said = documents_json(self.packages, entry, self.request)
        about = f"{entry.code} {said['title']}".strip()
        title = _(
            "document_package_title",
            default="${kind}, ${count} văn bản",
            mapping={"kind": KIND_TITLES[entry.kind], "count": said["documents"]},
        )
        return {**said, "title": title, "about": about, "removable": entry.kind != RECEIVED}

    def save(self):
        if self.value("remove"):
            self.packages.remove(self.value("remove"), current())
        elif self.value("retry"):
            self.packages.retry(self.packages.get(self.value("retry")), current())
        else:
            options = {name: self.value(name) for name in OPTIONS}
            self.packages.ask(self.value("kind"), current(), options)
        return self.page


class DocumentPackageFile(EntryFile):
    """Of documents."""

    def send(self, entry_id):
        return send_documents(self.context.getId(), entry_id, self.request)
