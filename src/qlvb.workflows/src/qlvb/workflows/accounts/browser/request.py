"""One request for accounts: its page, its form as docx."""

from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.interfaces import OPEN
from qlvb.content.requests.rows import COLUMNS
from qlvb.content.requests.rows import TABLES
from qlvb.content.requests.words import FORMS
from qlvb.content.requests.words import RECEIVER_TITLES
from qlvb.content.states import state_of
from qlvb.workflows.accounts.browser.request_rows import row_of
from qlvb.workflows.accounts.requests.executing import proposed
from qlvb.workflows.accounts.requests.forms import write_form
from qlvb.workflows.accounts.requests.moving import values_of
from qlvb.workflows.acts.browser.links import ActionBar
from zope.component import getUtility


AMEND = _("request_amend", default="Sửa và gửi lại yêu cầu")
FORM = _("request_docx", default="Tải mẫu (docx)")


class RequestView(ActionBar, BrowserView):
    """Who receives the answer, the rows with the accounts they lead to, the clock, what can be done."""

    shell_section = "administration"

    def __call__(self):
        self.row = row_of(self.context)
        self.values = values_of(getUtility(IDirectory).agency_of(self.context).id)
        return self.index()

    @cached_property
    def bar(self):
        """See ActionBar; mending a returned request comes before everything else."""
        mend = self.link("amend", AMEND, "@@amend-request", emphasis="primary")
        return [*([mend] if self.may_amend else []), *self.acts, self.link("docx", FORM, "@@request.docx")]

    @property
    def may_amend(self):
        may = api.user.has_permission("qlvb: Ask for accounts", obj=self.context)
        return may and state_of(self.context) == "returned"

    def receiver(self):
        """list of dict title, value."""
        return [{"title": title, "value": getattr(self.context, name)} for name, title in RECEIVER_TITLES.items()]

    def tables(self):
        """Those with rows: list of dict id, head (titles), rows (list of dict cells, account, url, planned)."""
        accounts = self._accounts()
        found = []
        for table in TABLES:
            rows = getattr(self.context, table)
            columns = COLUMNS[self.context.kind, table]
            if rows:
                shown = [self._row(row, columns, accounts.pop(0) if accounts else None) for row in rows]
                found.append({"id": table, "head": [column.title for column in columns], "rows": shown})
        return found

    def _accounts(self):
        """(account, is it only planned) of each row, in order; nothing where rows name their accounts themselves."""
        context = self.context
        if context.kind != NEW:
            return []
        if context.outcome:
            return [(row["account"], False) for row in context.outcome]
        return [(name, True) for name in proposed(context)] if state_of(context) in OPEN else []

    def _row(self, row, columns, account):
        name, planned = account or ("", False)
        url = f"{api.portal.get().absolute_url()}/people/{name}" if name and not planned else ""
        cells = [{"title": column.title, "value": shown_value(column, row, self.values)} for column in columns]
        return {"cells": cells, "account": name, "planned": planned, "url": url}


def shown_value(column, row, values):
    """What a cell shows: message id or str; ``values``: see ``moving.values_of``."""
    value = row.get(column.name, "")
    if isinstance(column.values, dict):
        return column.values.get(value, value)
    if column.name == "value":
        return values.get(row.get("field"), {}).get(value, value)
    info = getUtility(IDirectory).agency(value) if column.values == "agency" else None
    return info.title if info is not None else value


class RequestForm(BrowserView):
    """``request.docx``: the letter with the form's tables, to be signed and stamped where the agency wants it."""

    def __call__(self):
        name = f"{FORMS[self.context.kind].replace('Mẫu ', 'mau-')}.docx"
        response = self.request.response
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        response.setHeader("Content-Type", kind)
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return write_form(self.context)
