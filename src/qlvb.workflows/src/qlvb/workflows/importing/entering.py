"""A document of the past comes into being in the last state of its life.

No act has led there in this site: the acts were done elsewhere, years ago. So nothing is performed and nothing is
issued or assigned anew; the workflow history says ``import``.
"""

from DateTime import DateTime
from datetime import datetime
from datetime import time
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.importing.interfaces import STATES
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility


def enter(checked, register, book, by, source):
    """Make the document of a Checked row; returns it.

    :raises Refused: 409 the register does not take the number; 400 a file is refused.
    """
    moment = datetime.combine(checked.day, time(8), clock.VIETNAM)
    values = dict(checked.values)
    values["register"] = IUUID(register)
    document = getUtility(IDocumentFactory).stored(checked.portal_type, checked.agency, values, by, moment)
    book.take_given(checked.number, document, by, checked.day, checked.reference)
    _set_state(document, STATES[checked.portal_type], by)
    if checked.portal_type == "OutgoingDocument" and document.drafter:
        IGrants(document).grant(document.drafter, "Drafter", "draft")
    for userid in checked.readers:
        IGrants(document).grant(userid, "Participant", "sharing", "import")
    for role, path in checked.files:
        with open(path, "rb") as stream:
            IFileStore(document).add(role, path.name, stream, by)
    detail = {
        "file": source,
        "line": checked.row.line,
        "key": checked.key,
        "register": register.title,
        "number": checked.number,
    }
    IJournal(document).append("imported", by, {name: value for name, value in detail.items() if value})
    document.indexObject()
    return document


def _set_state(document, state, by):
    tool = api.portal.get_tool("portal_workflow")
    workflow = tool.getWorkflowsFor(document)[0]
    status = {"action": "import", "actor": by, "comments": "", "review_state": state, "time": DateTime()}
    tool.setStatusOf(workflow.getId(), document, status)
    workflow.updateRoleMappingsFor(document)
