"""Filling a site with the demonstration province."""

from plone import api
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.policy.demo.archive import create_archive
from qlvb.policy.demo.catalogues import create_catalogues
from qlvb.policy.demo.delegations import create_delegations
from qlvb.policy.demo.disposals import create_disposals
from qlvb.policy.demo.documents import play
from qlvb.policy.demo.documents import run_jobs
from qlvb.policy.demo.offices import create_offices
from qlvb.policy.demo.onestop import create_submissions
from qlvb.policy.demo.organisation import create_province
from qlvb.policy.demo.papers import PAPERS
from qlvb.policy.demo.requests import create_requests
from qlvb.policy.demo.steering import create_tasks
from qlvb.policy.demo.stories import STORIES
from qlvb.policy.demo.transfers import create_transfers
from qlvb.workflows.signing.demonstration import ensure_site_keys
from zope.component import getUtility


def fill_site(portal, documents=60, progress=None):
    """Create the province, its registers, catalogues, keys and documents.

    ``documents`` (int): about how many documents, the copies that recipients get included; 0 = the organisation alone.
    ``progress``: callable (done, total, what), called after each step. Commits after every story, so that numbers
    follow the calendar; what exists already is left as it is.
    """
    create_province(portal, PASSWORD)
    year = clock.today().year
    directory = getUtility(IDirectory)
    for agency in directory.agencies():
        getUtility(IRegisterFinder).open_year(agency.id, year, "quantri")
    ensure_site_keys()
    create_catalogues(portal, year)
    create_delegations()
    api.portal.set_registry_record("qlvb.demonstration", True)
    if documents:
        share = max(1, round(len(STORIES) * min(1, documents / 60)))
        play(portal, STORIES[-share:], PAPERS, progress or quiet)
        create_tasks(portal)
        create_submissions(portal, run_jobs)
        create_archive(portal)
        create_transfers(portal, run_jobs)
        create_disposals(portal)
        create_offices()
        create_requests(portal)


def quiet(done, total, what):
    """Say nothing."""
