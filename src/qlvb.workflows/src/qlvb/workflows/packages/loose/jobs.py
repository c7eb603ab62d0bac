"""The job that builds a package of documents; it lies on the desk of who asked."""

from qlvb.content.index.progress import telling
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.filing.access import may
from qlvb.workflows.packages.access import FORBIDDEN
from qlvb.workflows.packages.access import PACKAGE_DOCUMENTS
from qlvb.workflows.packages.access import acting_as
from qlvb.workflows.packages.contents import unfit
from qlvb.workflows.packages.jobs import Building
from qlvb.workflows.packages.jobs import bytes_of
from qlvb.workflows.packages.jobs import while_wanted
from qlvb.workflows.packages.loose.model_of import documents_of
from qlvb.workflows.packages.loose.model_of import package_of
from qlvb.workflows.packages.loose.shelf import DocumentPackages
from qlvb.workflows.packages.packaging import built
from zope.component import getUtility


class BuildDocumentPackage(Building):
    """Each document's journal says that it was packed."""

    def packages(self, context, job):
        return DocumentPackages(job.params["agency"])

    def build(self, packages, entry, directory):
        with acting_as(entry.by):
            if not may(PACKAGE_DOCUMENTS, packages.agency):
                raise Refused(Violation("agency", "forbidden", FORBIDDEN), status=403)
            documents = documents_of(entry)
            if found := unfit(documents):
                raise Refused(found)
            package = package_of(entry, getUtility(IDirectory).agency(packages.agency_id), documents)
            total = bytes_of(documents)
            with telling(f"package {entry.id}", total) as tell:
                return built(package, directory, while_wanted(directory, total, tell))

    def note(self, packages, entry, event, by, detail):
        for record in packages.records(entry) if event == "package_built" else [packages.working(entry)]:
            IJournal(record).append(event, by, detail)
