"""Forms: ask to read; for archivists, write down somebody who asks, or hand something out at once."""

from AccessControl import getSecurityManager
from datetime import date
from datetime import timedelta
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.rules import READING_DAYS
from qlvb.content.readings.vocabularies import KIND_TITLES
from qlvb.content.readings.vocabularies import PURPOSE_TITLES
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.readings.creation import FIELDS
from qlvb.workflows.readings.creation import create_reading
from qlvb.workflows.readings.telling import tell_asked
from qlvb.workflows.stores.acts import PERMISSION
from zope.component import getUtility


class AskToRead(PostedForm):
    """``@@ask-to-read``: Phiếu yêu cầu."""

    shell_section = "archive"
    lends = False

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def userid(self):
        return getSecurityManager().getUser().getId()

    @property
    def keeps(self):
        """bool: the person is an archivist here, and may write down others."""
        return bool(getSecurityManager().checkPermission(PERMISSION, self.context))

    @property
    def record(self):
        """The dossier or document from whose page the person came, or None."""
        return visible_record(self.value("record"))

    @property
    def asked_for(self):
        """What is asked for, to begin with: str."""
        record = self.record
        if record is None:
            return ""
        code = getattr(record, "code", "") or getattr(record, "reference", "") or ""
        return " · ".join(filter(None, (code, getattr(record, "subject", "") or record.title)))[:500]

    def choices(self, name):
        """list of dict value, title, checked."""
        titles = {"kind": KIND_TITLES, "purpose": PURPOSE_TITLES}[name]
        given = self.value(name, "paper" if self.lends and name == "kind" else next(iter(titles)))
        return [{"value": value, "title": title, "checked": value == given} for value, title in titles.items()]

    def people(self):
        """People who can be readers with an account: list of dict."""
        directory = getUtility(IDirectory)
        found = []
        for person in directory.people():
            post = directory.main_post(person.userid)
            agency = directory.agency(post.agency).title if post else ""
            found.append(
                {"userid": person.userid, "title": f"{person.fullname} ({agency})" if agency else person.fullname}
            )
        return found

    @property
    def due(self):
        return self.value("due") or (clock.today() + timedelta(days=READING_DAYS)).isoformat()

    def save(self):
        """Make the request; the address of its page."""
        reading = self.made()
        tell_asked(reading, self.userid)
        api.portal.show_message(_("reading_asked", default="Đã gửi phiếu yêu cầu."), self.request)
        return reading.absolute_url()

    def made(self):
        values = {name: self.value(name) for name in FIELDS}
        requester = self.value("requester") if self.keeps and "requester" in self.request.form else self.userid
        return create_reading(self.agency.id, values, self.userid, requester)


class LendDossier(AskToRead):
    """``@@lend-dossier``: somebody stands before the archivist; request and decision in one step."""

    lends = True

    def save(self):
        try:
            due = date.fromisoformat(self.value("due"))
        except ValueError:
            message = _("violation_reading_day", default="Hạn trả không đúng (năm-tháng-ngày).")
            raise Refused(Violation("due", "bad_date", message)) from None
        reading = self.made()
        IActs(reading).perform(
            "lend", {"record": self.value("record") or self.value("asked_for"), "due": due.isoformat()}
        )
        api.portal.show_message(_("reading_lent", default="Đã cho mượn."), self.request)
        back = self.value("back")
        return back if back.startswith(f"{api.portal.get().absolute_url()}/") else reading.absolute_url()
