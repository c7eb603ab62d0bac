"""Papers of the one-stop system are found in lists of their own; what is typed there is facts, not opinions."""

from outgoing_story import SIGNATORY
from qlvb.policy.document.browser.actfields import fields_of
from qlvb.workflows.acts.interfaces import IActs
from screens_reading import select
from zope.globalrequest import getRequest


def way(record, login_as, userid):
    with login_as(userid):
        page = record.restrictedTraverse("view")()
    return [" ".join(crumb.text_content().split()) for crumb in select(page, ".doc-crumbs li")][1:-1]


def test_the_way_and_the_fields_of_work_that_are_proposed(onestop, cast, login_as, province):
    document = onestop.submits()
    assert way(document, login_as, SIGNATORY) == ["Văn bản chờ ký duyệt từ một cửa"]
    cast.signatory.does(document, "sign", capacity="direct")
    assert way(document, login_as, "vanthuskhcn") == ["Văn bản chờ ban hành một cửa"]
    with login_as("vanthuskhcn"):
        asked = {field.name: field for field in fields_of(IActs(document).get("amend_onestop"), getRequest())}
    assert asked["field_of_work"].source == f"{province['skhcn'].absolute_url()}/@fields-of-work?text="
    assert asked["note"].source == ""
