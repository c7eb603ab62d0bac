"""The line of messages about one record: one goes at a time, in the order in which they were made, by a job."""

from abc import ABC
from abc import abstractmethod
from plone.uuid.interfaces import IUUID
from qlvb.content.clock import now
from qlvb.content.lookup import find_record
from qlvb.workflows.links.client import NotTaken
from qlvb.workflows.links.interfaces import ILine
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from zope.component import getUtility
from zope.interface import implementer


#: Records that are shown as waiting.
MOST = 50


@implementer(ILine)
class Line(ABC):
    """Base: a room says which link it is, where its records keep their Dispatches, and how one is transmitted."""

    #: Kind of the jobs that send, and of those that try the link out.
    kind = test_kind = ""
    #: Name of the utility, of the settings' page (``@@name``) and of their service (``@name``).
    name = ""
    #: Interface of the link's utility.
    link_interface = None
    #: bool: there may be several systems of the kind, each with a link of its own.
    several = False

    @property
    def link(self):
        """The ISystemLink with the system, of several with the first."""
        return getUtility(self.link_interface)

    def links(self):
        """One ISystemLink for each system: list."""
        return [self.link]

    def link_named(self, name):
        """The ISystemLink of this name, "" for the first; None for none."""
        return next((link for link in self.links() if link.name == name), None)

    def link_of(self, record):
        """The ISystemLink with the system from which ``record`` came."""
        return self.link

    @abstractmethod
    def dispatches(self, record):
        """The Dispatches of ``record`` to read."""

    @abstractmethod
    def change(self, record):
        """The Dispatches of ``record`` to write."""

    @abstractmethod
    def number(self, record):
        """str: what the other system calls the record."""

    @abstractmethod
    def transmit(self, record, dispatch):
        """Send one; returns ``confirmed``, or ``sent`` when the other side will answer later.

        :raises NotTaken: refused for good. :raises JobFailed: to be tried again.
        """

    def settled(self, record, dispatch):
        """Called after ``dispatch`` was sent or has failed for good: nothing more, unless a room says so."""
        return

    def put(self, record, event, body):
        """Keep a message about ``record`` and ask for its sending; returns the Dispatch."""
        made = self.change(record).add(event, body)
        self.link_of(record).put_in_line(IUUID(record), True)
        self.ask(record)
        return made

    def ask(self, record):
        """Ask for the job that sends the message which is next; nothing when there is none. Repeatable.

        The order is kept: one goes at a time, the next is asked for when the one before has been answered.
        """
        jobs = IJobs(record)
        waiting = self.dispatches(record).first_queued()
        if waiting is None:
            self.link_of(record).put_in_line(IUUID(record), False)
        elif not any(job.kind == self.kind and job.state == "queued" for job in jobs.all()):
            jobs.enqueue(self.kind, waiting.id, {"report": waiting.id})

    def again(self, record):
        """Messages that failed wait again, in their order; returns how many."""
        failed = self.change(record).failed()
        for dispatch in failed:
            dispatch.settle("queued")
        self.link_of(record).put_in_line(IUUID(record), True)
        self.ask(record)
        return len(failed)

    def settle(self, record, dispatch, state, error):
        """Write down what became of a message, and ask for the next."""
        self.change(record).sent = now()
        dispatch.settle(state, error)
        self.link_of(record).note("out", self.number(record), dispatch.event, state, error)
        self.settled(record, dispatch)
        self.ask(record)

    def sending_job(self, record):
        """The IJob that sends the record's next message, or None."""
        live = (job for job in IJobs(record).all() if job.kind == self.kind and job.state in ("queued", "running"))
        return next(live, None)

    def waiting_rows(self, link):
        """One for each record that has messages to send over ``link``: list of dict number, url, reports (how many),
        attempts, next_try (aware datetime or None), error.
        """
        found = []
        for uid in link.waiting()[:MOST]:
            record = find_record(uid)
            if record is None:
                continue
            job = self.sending_job(record)
            found.append(
                {
                    "number": self.number(record),
                    "url": record.absolute_url(),
                    "reports": sum(1 for one in self.dispatches(record).reports if one.state == "queued"),
                    "attempts": job.attempts if job is not None else 0,
                    "next_try": job.next_try if job is not None else None,
                    "error": job.error if job is not None else "",
                }
            )
        return found

    def resume(self, link, uid):
        """Let what waits go on its way, now that ``link`` is on."""
        record = find_record(uid)
        if record is None:
            link.put_in_line(uid, False)
        else:
            self.ask(record)


@implementer(IJobHandler)
class SendNext:
    """Sends one message of a Line. Twenty-four attempts with growing pauses (5 s to 6 h) are about three days: a
    weekend without the other side loses nothing. A second sending of the same message has the same id.
    """

    line = None
    max_attempts = 24
    timeout = 60

    def run(self, record, job):
        line = self.line
        dispatch = line.dispatches(record).get(job.params["report"])
        if not line.link_of(record).enabled:
            return  # it waits; the periodic work goes on when the link is on again
        if dispatch is None or dispatch.state != "queued":
            line.ask(record)  # answered meanwhile: the next one
            return
        try:
            state, error = line.transmit(record, dispatch), ""
        except NotTaken as refused:
            state, error = "failed", refused.message
        line.settle(record, dispatch, state, error)

    def failed(self, record, job):
        dispatch = self.line.dispatches(record).get(job.params["report"])
        if dispatch is not None and dispatch.state == "queued":
            self.line.settle(record, dispatch, "failed", job.error)
