"""The job that takes a SIP in: all of it in one transaction, or nothing."""

from pathlib import Path
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.progress import telling
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.interfaces import NoRoom
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.interfaces import errors
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate_archive
from qlvb.workflows.filing.access import may
from qlvb.workflows.outbox.asked import still_wanted
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.packages.access import INGEST
from qlvb.workflows.packages.ingesting.entering import enter
from qlvb.workflows.packages.ingesting.entering import enter_documents
from qlvb.workflows.packages.ingesting.planning import plan_of
from qlvb.workflows.packages.ingesting.runs import Ingests
from qlvb.workflows.packages.ingesting.scanning import look_for_viruses
from qlvb.workflows.packages.ingesting.scanning import virus_findings
from qlvb.workflows.packages.packaging import NO_ROOM
from zope.component import getUtility
from zope.interface import implementer


#: Most bytes of a package that is unpacked.
MOST_BYTES = 64 << 30


@implementer(IJobHandler)
class IngestPackage:
    """Runs with the rights that the archivist has when it runs."""

    max_attempts = 3
    timeout = 4 * 3600

    def run(self, desk, job):
        run = still_wanted(Ingests(desk.owner).get, job.params["ingest"])
        if run is None:
            return
        agency = getUtility(IDirectory).agency_object(run.agency)
        with api.env.adopt_user(username=desk.owner), telling(f"ingest {run.id}", 3) as tell:
            if not may(INGEST, agency):
                raise JobFailed(
                    _("ingest_forbidden", default="Anh/chị không còn quyền tiếp nhận gói của cơ quan này."), retry=False
                )
            with run.blob.open("r") as stream:
                path = Path(stream.name)
            try:
                with PackageArchive(path, MOST_BYTES) as archive:
                    self._take(run, archive, path, desk.owner, tell)
            except PackageBroken as broken:
                _refuse(run, broken.findings)
            except NoRoom as full:
                raise JobFailed(NO_ROOM, retry=True) from full

    def _take(self, run, archive, path, by, tell):
        findings = validate_archive(archive)
        tell(1)
        if errors(findings):
            _refuse(run, findings)
            return
        checks = look_for_viruses(archive)
        findings = (*findings, *virus_findings(checks))
        if errors(findings):
            _refuse(run, findings)
            return
        package = read(archive)
        plan = plan_of(package, archive, run.agency, run.historical)
        tell(2)
        findings = (*findings, *plan.findings)
        run.object_id, run.documents = package.object_id, len(package.documents)
        if errors(findings):
            _refuse(run, findings)
            return
        if not run.only_check:
            if plan.catalogue is None:
                enter_documents(package, plan, archive, path, run.agency, by, checks)
            else:
                run.dossier = IUUID(enter(package, plan, archive, path, run.agency, by, run.historical, checks))
            run.let_go()
        run.findings = tuple(findings)
        run.finished = clock.now()

    def failed(self, desk, job):
        """Nothing to do: the list of ingests says what the job says."""


def _refuse(run, findings):
    """Nothing was made; every fault is told."""
    run.refused, run.findings, run.finished = True, tuple(findings), clock.now()
    run.let_go()
