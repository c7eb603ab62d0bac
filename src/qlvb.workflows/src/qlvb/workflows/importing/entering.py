"""A document of the past comes into being in the last state of its life.

No act has led there in this site: the acts were done elsewhere, years ago. So nothing is performed and nothing is
issued or assigned anew; the workflow history says ``import``.
"""

from AccessControl.Permission import pname
from Acquisition import aq_base
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


def enter(checked, register, book, by, source, states):
    """Make the document of a Checked row; returns it. ``states``: the :class:`States` of the transaction.

    :raises Refused: 409 the register does not take the number; 400 a file is refused.
    """
    moment = datetime.combine(checked.day, time(8), clock.VIETNAM)
    values = dict(checked.values)
    values["register"] = IUUID(register)
    document = getUtility(IDocumentFactory).stored(checked.portal_type, checked.agency, values, by, moment)
    book.enter_given(checked.number, document, by, checked.day, checked.reference)
    states.enter(document, STATES[checked.portal_type], by)
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


class States:
    """Puts the records of a transaction into the last state of their life. What a state opens to whom is the same for
    all of one type: it is asked of the workflow once and copied.
    """

    def __init__(self):
        self._tool = api.portal.get_tool("portal_workflow")
        self._now = DateTime()
        self._workflows = {}
        self._roles = {}

    def enter(self, document, state, by):
        """Set the state, whose permissions follow, and say so in the workflow history."""
        portal_type = document.portal_type
        if portal_type not in self._workflows:
            self._workflows[portal_type] = self._tool.getWorkflowsFor(document)[0]
        workflow = self._workflows[portal_type]
        status = {"action": "import", "actor": by, "comments": "", "review_state": state, "time": self._now}
        self._tool.setStatusOf(workflow.getId(), document, status)
        kind = portal_type, state
        if kind not in self._roles:
            workflow.updateRoleMappingsFor(document)
            names = [pname(permission) for permission in workflow.permissions]
            own = aq_base(document).__dict__
            self._roles[kind] = {name: own[name] for name in names if name in own}
            return
        for name, roles in self._roles[kind].items():
            setattr(document, name, roles if isinstance(roles, tuple) else list(roles))
