"""What the demonstration shows of holds and disposal."""

from plone import api
from qlvb.content.clock import today
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.index.verifying import verify
from qlvb.content.precedents.interfaces import IPrecedent
from qlvb.policy.demo.disposals import BACK
from qlvb.policy.demo.disposals import create_disposals
from qlvb.policy.testing import PASSWORD
import re
import requests
import transaction


def catalogue_of(portal):
    """The catalogue whose dossiers are over."""
    return portal["skhcn"]["dossiers"][str(today().year - BACK)]


def test_a_case_and_a_council(functional_province):
    for _twice in range(2):
        create_disposals(functional_province)
    (hold,) = functional_province["skhcn"]["holds"].objectValues()
    (disposal,) = functional_province["skhcn"]["disposals"].objectValues()
    assert len(IHoldContents(hold).bound()) == 1
    marked = [one for one in catalogue_of(functional_province).objectValues() if IPrecedent(one).read()]
    assert len(marked) == 1 and not {one.UID() for one in marked} & {item.uid for item in ISheet(disposal).items()}
    assert api.content.get_state(disposal) == "council" and len(ISheet(disposal).items()) == 2
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="IncomingDocument")
    letters = [one._unrestrictedGetObject() for one in found]
    assert letters and {api.content.get_state(one) for one in letters} == {"finished"}  # no clerk has to register them
    assert verify().differences == []


def test_the_files_of_a_disposal_open(functional_province):
    create_disposals(functional_province)
    transaction.commit()
    (disposal,) = functional_province["skhcn"]["disposals"].objectValues()
    member = requests.Session()
    member.auth, member.headers["Accept"] = ("hoangvanluu", PASSWORD), "text/html"
    links = re.findall(r'href="([^"]+/@@file/[^"]+)"', member.get(disposal.absolute_url()).text)
    assert len(links) == 3 and {member.get(link).status_code for link in links} == {200}
