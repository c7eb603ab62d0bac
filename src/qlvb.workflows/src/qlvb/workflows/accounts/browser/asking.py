"""The forms Mẫu 01, 02, 03 on the screen: ``@@ask-for-accounts`` of the section, ``@@amend-request`` of a request."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.documents.sentonce import SentOnce
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.requests.interfaces import CHANGE
from qlvb.content.requests.interfaces import KINDS
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.rows import COLUMNS
from qlvb.content.requests.rows import MOST_ROWS
from qlvb.content.requests.rows import TABLES
from qlvb.content.requests.words import FORMS
from qlvb.content.requests.words import KIND_TITLES
from qlvb.content.requests.words import RECEIVER_TITLES
from qlvb.content.states import state_of
from qlvb.content.text import name_key
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.accounts.requests.creation import amend
from qlvb.workflows.accounts.requests.creation import create_request
from qlvb.workflows.accounts.requests.creation import known_to
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility


#: Id of the list of values that a field in which one writes proposes.
VALUES = "request-values"
SENT = _("request_sent", default="Đã gửi yêu cầu; trả lời trong 3 ngày làm việc.")
TABLE_TITLES = {
    "agencies": _("request_table_agencies", default="1. Tài khoản cơ quan"),
    "people": _("request_table_people", default="2. Tài khoản cá nhân"),
}


class AskForAccounts(SentOnce, PostedForm):
    """A new request. Lines are added one by one; empty ones are left out."""

    shell_section = "administration"
    title = _("request_ask", default="Lập yêu cầu tài khoản")

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @cached_property
    def known(self):
        """What the agency may name."""
        return known_to(self.agency.id)

    @property
    def me(self):
        return getSecurityManager().getUser().getId()

    @property
    def remembering(self):
        """See SentOnce."""
        return getUtility(IDirectory).agency_object(self.agency.id)

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def kind(self):
        return self.value("kind") if self.value("kind") in KINDS else NEW

    def kinds(self):
        """list of dict title, url, current: the three forms."""
        return [
            {
                "form": FORMS[one],
                "title": KIND_TITLES[one],
                "url": f"{self.address}?kind={one}",
                "current": one == self.kind,
            }
            for one in KINDS
        ]

    def receiver(self):
        """list of dict name, title, value."""
        kept = self._receiver()
        return [
            {"name": name, "title": title, "value": self.value(name, kept[name])}
            for name, title in RECEIVER_TITLES.items()
        ]

    def _receiver(self):
        """dict of what is proposed: the administrator himself."""
        directory = getUtility(IDirectory)
        person, post = directory.person(self.me), directory.main_post(self.me, self.agency.id)
        return {
            "receiver": person.fullname,
            "receiver_post": post.title if post is not None else "",
            "receiver_unit": self.agency.title,
            "receiver_phone": person.phone,
        }

    def stored(self, table):
        """Rows to begin with: tuple of dict."""
        return self._asked_account() if table == "people" else ()

    def _asked_account(self):
        account = self.value("account")
        return ({"account": account},) if account else ()

    def typed(self, table):
        """Rows as typed, without empty ones, so that the numbers of lines are those of the rules: list of dict."""
        columns, found = COLUMNS[self.kind, table], []
        for place in range(min(self._lines(table), MOST_ROWS + 1)):
            found.append({column.name: self.value(f"{table}-{place}-{column.name}") for column in columns})
        return [row for row in found if any(row.values())]

    def _lines(self, table):
        told = self.value(f"{table}-lines", "0")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 4 else 0

    def tables(self):
        """list of dict id, title, lines (list of list of dict name, title, value, required, options, problem)."""
        found = []
        for table in TABLES:
            columns = COLUMNS[self.kind, table]
            if not columns:
                continue
            posted = self.request.method == "POST"
            rows = self.typed(table) if posted else [dict(row) for row in self.stored(table)]
            if not rows or self.value("more") == table:
                rows.append({})
            lines = [
                [self._cell(table, place, column, row) for column in columns] for place, row in enumerate(rows)
            ]
            found.append({"id": table, "title": TABLE_TITLES[table], "lines": lines})
        return found

    def _cell(self, table, place, column, row):
        value = row.get(column.name, "")
        return {
            "name": f"{table}-{place}-{column.name}",
            "title": column.title,
            "value": value,
            "most": column.most,
            "options": self._options(column, value),
            "problem": self.problem(f"{table}.{place}.{column.name}"),
            "list": VALUES if column.name == "value" and table == "people" else None,
        }

    def _options(self, column, value):
        """list of dict value, title, chosen; None for a field in which one writes."""
        if column.values is None:
            return None
        if isinstance(column.values, dict):
            pairs = list(column.values.items())
        else:
            directory, known = getUtility(IDirectory), self.known
            if column.values == "agency":
                pairs = [(one.id, one.title) for one in directory.agencies() if one.id in known.agencies]
            else:
                named = [(userid, directory.person(userid).fullname) for userid in known.accounts]
                named.sort(key=lambda one: name_key(one[1]))
                pairs = [(userid, f"{name} ({userid})") for userid, name in named]
        return [{"value": one, "title": title, "chosen": one == value} for one, title in pairs]

    def values(self):
        """list of str: the site's own words for new values of people: posts, departments, agencies."""
        if self.kind != CHANGE:
            return []
        return list(dict.fromkeys(title for titles in self.known.values.values() for title in titles.values()))

    def sent(self):
        """dict of all that was typed."""
        values = {name: self.value(name) for name in RECEIVER_TITLES}
        return {**values, "kind": self.kind, **{table: self.typed(table) for table in TABLES}}

    def save(self):
        if self.value("more"):
            return None
        request = self.made_before()
        if request is None:
            request = create_request(self.agency.id, self.sent(), self.me)
            self.remember(request)
        api.portal.show_message(SENT, self.request)
        return request.absolute_url()


class AmendRequest(AskForAccounts):
    """The rows of a request that was returned, and sending it again."""

    title = _("request_amend", default="Sửa và gửi lại yêu cầu")

    @property
    def kind(self):
        return self.context.kind

    def kinds(self):
        return []

    def _receiver(self):
        return {name: getattr(self.context, name) for name in RECEIVER_TITLES}

    def stored(self, table):
        return getattr(self.context, table)

    def save(self):
        if self.value("more"):
            return None
        if state_of(self.context) != "returned":
            message = _("violation_request_amend", default="Chỉ sửa được yêu cầu đã bị trả lại.")
            raise Refused(Violation("", "wrong_state", message), status=409)
        amend(self.context, self.sent(), self.me)
        IActs(self.context).perform("resubmit_request")
        api.portal.show_message(SENT, self.request)
        return self.context.absolute_url()
