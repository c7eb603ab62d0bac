"""``@@safety-log``: unusual sign-ins and files that were not taken (product/screens 2.7, An toàn)."""

from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.people import name_of
from qlvb.content.paging import PagedRows
from qlvb.content.safety.interfaces import DAYS
from qlvb.content.safety.interfaces import KINDS
from qlvb.policy.operations import safety
from urllib.parse import urlencode


class SafetyLog(PagedRows, PostedForm):
    """Nobody takes an event out of the log; who minds the system marks what he has looked at."""

    days = DAYS

    @property
    def kind(self):
        """One of KINDS (``?kind=``), the first unless another is asked for."""
        asked = self.request.form.get("kind")
        return asked if isinstance(asked, str) and asked in KINDS else KINDS[0]

    @property
    def whole(self):
        """bool: all that is kept is shown, not what nobody has seen of the last month alone."""
        return self.request.form.get("all") == "1"

    @property
    def heading(self):
        return safety.TITLES[self.kind]

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@safety-log"

    def asked(self):
        """See Paged."""
        return {"kind": self.kind, "all": int(self.whole)}

    def url(self, **changes):
        query = {name: value for name, value in {**self.asked(), **changes}.items() if value}
        return f"{self.list_url}?{urlencode(query)}"

    @property
    def tabs(self):
        """list of dict title, count, url, current."""
        return [
            {
                "title": safety.TITLES[kind],
                "count": safety.counted(kind),
                "url": self.url(kind=kind, all=0),
                "current": kind == self.kind,
            }
            for kind in KINDS
        ]

    def listed(self):
        """See PagedRows."""
        return safety.listed(self.kind, self.whole, unseen=not self.whole)

    def save(self):
        keys = self.request.form.get("keys", [])
        keys = [keys] if isinstance(keys, str) else [key for key in keys if isinstance(key, str)]
        mapping = {"count": str(safety.mark_seen(self.kind, keys))}
        message = _("safety_marked", default="Đã đánh dấu đã xem: ${count} sự việc.", mapping=mapping)
        api.portal.show_message(message, self.request)
        return self.url()

    def rows(self):
        """list of dict: the events of this page."""
        return [self._row(event) for event in self.batch]

    def _row(self, event):
        base = self.context.absolute_url()
        person, person_path = safety.person_of(event)
        place, place_path = safety.place_of(event)
        return {
            "key": event.key,
            "seen": show_moment(event.seen) if event.seen else "",
            "seen_by": name_of(event.seen_by) if event.seen_by else "",
            "when": show_moment(event.when),
            "reason": safety.reason_of(event),
            "what": event.what,
            "address": event.address,
            "userid": event.userid,
            "person": person,
            "person_url": person_path and f"{base}/{person_path}",
            "place": place,
            "place_url": place_path and f"{base}/{place_path}",
        }
