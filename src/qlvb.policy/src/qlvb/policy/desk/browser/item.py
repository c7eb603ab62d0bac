"""``@@desk-item`` of a record: what the right side of the desk shows, a part of a page."""

from functools import cached_property
import json
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.desk.browser.asked import AskedFiles
from qlvb.policy.document.browser.actbar import ActBar
from qlvb.policy.document.browser.filelist import FileList
from qlvb.policy.document.browser.heading import Heading
from qlvb.policy.document.browser.lines import LinesSummary
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.standing import prepared_for
from qlvb.workflows.delegation.words import standing_in_words
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.localsigning.route import is_on_device
from qlvb.workflows.standing.asking import standing_of
from zope.component import getUtility
from zope.component import queryMultiAdapter


#: What is decided on besides documents, and has files.
WITH_FILES = ("OpinionRequest", "SubmissionNote")
#: Most people offered with one press.
SUGGESTED = 8


class DeskActs(ActBar):
    """The one primary act stands open; the others are buttons with dialogs."""

    def stands_open(self, button):
        return button.emphasis == "primary" and button.possible and button.simple

    @property
    def back_url(self):
        return f"{api.portal.get().absolute_url()}/@@desk"


class DeskItem(Pane):
    """Subject, why it waits, what is proposed, and the acts."""

    template = ViewPageTemplateFile("templates/item.pt")

    def __call__(self):
        if self.request.form.get("opened") and self.direction == "incoming":
            # Reading finishes a line for information, as on the document screen; fetching ahead does not.
            opened(self.record, api.user.get_current().getId())
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.template()

    def _pane(self, factory):
        pane = factory(self.context, self.request)
        pane.__name__ = self.__name__
        return pane

    @property
    def direction(self):
        return {"IncomingDocument": "incoming", "OutgoingDocument": "outgoing"}.get(self.record.portal_type, "")

    @cached_property
    def is_document(self):
        return bool(self.direction)

    @cached_property
    def heading(self):
        return self._pane(Heading)

    @cached_property
    def acts(self):
        return self._pane(DeskActs)

    @cached_property
    def files(self):
        """The pane of the files that one reads before deciding."""
        return self._pane(AskedFiles if self.record.portal_type == "OpinionRequest" else FileList)

    @property
    def shows_files(self):
        """bool: there are files to read. A task has none of its own."""
        return (self.is_document or self.record.portal_type in WITH_FILES) and self.files.available()

    @property
    def question(self):
        """What another agency wants to know, "" for nothing."""
        return self.record.question or "" if self.record.portal_type == "OpinionRequest" else ""

    @cached_property
    def lines(self):
        return self._pane(LinesSummary).render() if self.direction == "incoming" else ""

    @cached_property
    def standing(self):
        return standing_of(self.record)

    @property
    def deputies(self):
        """Who stands in for whom here: list of Message."""
        return standing_in_words(self.record)

    @property
    def proposal(self):
        """What the clerk proposed, or what was asked of the person with the draft; "" for nothing."""
        return (getattr(self.record, "proposed_direction", "") or "") if self.direction == "incoming" else ""

    @cached_property
    def prepared(self):
        """The opinion that an assistant has prepared for the person, or None: PreparedOpinion."""
        return prepared_for(self.record)

    @property
    def sheet(self):
        """str: HTML of what is read in place of a file where a record has none (the view ``desk-sheet`` of its type),
        "" for nothing.
        """
        view = queryMultiAdapter((self.context, self.request), name="desk-sheet")
        return view() if view is not None else ""

    def name_of(self, userid):
        """str: full name of a person."""
        return getUtility(IDirectory).person(userid).fullname

    @property
    def waits_for_signature(self):
        """bool: of the person."""
        return any(button.id == "sign" and button.possible for button in self.acts.buttons)

    @cached_property
    def on_device(self):
        """bool: the person's key lies on a device, so that the one document is signed after the other."""
        agency = getUtility(IDirectory).agency_of(self.record)
        me = api.user.get_current().getId()
        return agency is not None and is_on_device(agency.id, "approve", userid=me)

    @property
    def may_collect(self):
        """bool: it waits for the person's signature, which may be given for many at once."""
        return self.waits_for_signature and not self.on_device

    @cached_property
    def suggested(self):
        """People to whom a leader gives work first, as JSON: the heads of units, by rank, then his deputies."""
        directory = getUtility(IDirectory)
        agency = directory.agency_of(self.record)
        if agency is None:
            return "[]"
        me = api.user.get_current().getId()
        found = {}
        for unit in directory.departments(agency.id):
            for userid in directory.holders(agency.id, "unit_leader", unit.id):
                found.setdefault(userid, unit.symbol)
        for userid in directory.holders(agency.id, "leader"):
            found.setdefault(userid, "")
        found.pop(me, None)
        people = [
            {"id": userid, "title": directory.person(userid).fullname, "detail": symbol}
            for userid, symbol in list(found.items())[:SUGGESTED]
        ]
        return json.dumps(people)
