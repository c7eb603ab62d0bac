"""The values of columns in words, in the language of whoever asks: for cells of lists and of exports."""

from plone import api
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.index.columns import Reader
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import title_of_state
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory


DIRECTIONS = {
    "incoming": _("list_incoming", default="Đến"),
    "outgoing": _("list_outgoing", default="Đi"),
    "dossier": _("list_dossier", default="Hồ sơ"),
    "task": _("list_task", default="Nhiệm vụ"),
    "note": _("list_note", default="Phiếu trình"),
    "opinion": _("list_opinion", default="Xin ý kiến"),
    "personal": _("list_personal", default="Cá nhân"),
}
LINE_ROLES = {
    "lead": _("list_role_lead", default="Chủ trì"),
    "coordinate": _("list_role_coordinate", default="Phối hợp"),
    "information": _("list_role_information", default="Để biết"),
}
TYPES = {
    "IncomingDocument": _("list_type_incoming", default="Văn bản đến"),
    "OutgoingDocument": _("list_type_outgoing", default="Văn bản đi"),
    "Dossier": DIRECTIONS["dossier"],
    "Task": DIRECTIONS["task"],
    "SubmissionNote": DIRECTIONS["note"],
    "OpinionRequest": DIRECTIONS["opinion"],
    "PersonalDocument": DIRECTIONS["personal"],
}


class Wording:
    """Says values; what it looked up once it keeps, so one serves a whole page."""

    def __init__(self, request):
        self.request = request
        self._known = {}

    def text(self, column, row, reader=Reader()):  # noqa: B008 (a Reader never changes)
        """str of a :class:`~qlvb.content.index.columns.Column` and a Row, "" for no value."""
        return self.value(column, column.value(row, reader), row)

    def value(self, column, value, row=None):
        """str of a value of a column; states are said by the row that has them, or by their own name without one."""
        if value is None:
            return ""
        kind, _colon, vocabulary = column.kind.partition(":")
        return getattr(self, f"_{kind}")(value, row, vocabulary)

    def terms(self, vocabulary):
        """dict value -> title of a vocabulary."""
        return self._once(("terms", vocabulary), self._read_terms)

    def names(self, userids):
        """Full names, one after the other: str."""
        directory = getUtility(IDirectory)
        return ", ".join(directory.person(userid).fullname for userid in userids)

    def state(self, state, portal_type):
        """Title of a state, "" for none."""
        return self._once(("state", state, portal_type), self._read_state) if state else ""

    def translate(self, message):
        return translate(message, context=self.request)

    def _once(self, key, read):
        if key not in self._known:
            self._known[key] = read(*key[1:])
        return self._known[key]

    def _read_terms(self, name):
        vocabulary = getUtility(IVocabularyFactory, name=name)(getSite())
        return {term.value: self.translate(term.title) for term in vocabulary}

    def _read_state(self, state, portal_type):
        return self.translate(title_of_state(portal_type, state))

    def _text(self, value, _row, _vocabulary):
        return str(value)

    _number = _text

    def _day(self, value, _row, _vocabulary):
        return show_date(value)

    def _message(self, value, _row, _vocabulary):
        return self.translate(value)

    def _term(self, value, _row, vocabulary):
        return self.terms(vocabulary).get(value, value)

    def _period(self, value, _row, _vocabulary):
        years = int(value) if value.isdecimal() else None
        period = period_of("years" if years else value, years)
        return self.translate(period.label) if period is not None else ""

    def _people(self, value, _row, _vocabulary):
        return self.names(value)

    def _state(self, value, row, _vocabulary):
        return self.state(value, row.portal_type) if row is not None else self._any_state(value)

    def _any_state(self, state):
        """The title that the first of the types with such a state gives it."""
        tool = api.portal.get_tool("portal_workflow")
        for portal_type in TYPES:
            for workflow in tool.getWorkflowsFor(portal_type):
                if state in workflow.states:
                    return self.state(state, portal_type)
        return state

    def _role(self, value, _row, _vocabulary):
        return self.translate(LINE_ROLES.get(value, value))

    def _direction(self, value, _row, _vocabulary):
        return self.translate(DIRECTIONS.get(value, value))

    def _type(self, value, _row, _vocabulary):
        return self.translate(TYPES.get(value, value))

    def _agency(self, value, _row, _vocabulary):
        agency = getUtility(IDirectory).agency(value)
        return agency.title if agency is not None else self.translate(DIRECTIONS.get(value, value))

    def _unit(self, value, row, _vocabulary):
        unit = getUtility(IDirectory).department(row.agency, value)
        # Records keep the name under which they were issued.
        return unit.title_on(row.issue_date) if unit is not None else value
