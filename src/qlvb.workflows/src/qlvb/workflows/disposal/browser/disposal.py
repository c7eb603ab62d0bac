"""A disposal: its list with the votes, its council, the components of its dossier, what can be done next."""

from datetime import date
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.badges import badges_of
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.keeping import last_day
from qlvb.content.disposals.rules import ROLE_TITLES
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import send
from qlvb.content.holds.indexing import HeldBadges
from qlvb.content.lookup import find_record
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.disposal.browser.section import row_of
from qlvb.workflows.disposal.filing import TITLES
from qlvb.workflows.disposal.filing import required
from qlvb.workflows.disposal.inputs import CHOICE_TITLES
from qlvb.workflows.disposal.inputs import KEEPER
from qlvb.workflows.disposal.inputs import REASON_TITLES
from qlvb.workflows.disposal.inputs import WITNESS
from qlvb.workflows.disposal.jobs import failed_job
from qlvb.workflows.disposal.window import window_of
from qlvb.workflows.readings.records import called
from urllib.parse import urlencode
from zope.component import getUtility


#: Acts that a member, or the archivist while the list is made, does with one row.
ROW_ACTS = ("vote", "take_out")
EXECUTOR = _("disposal_executor", default="Người thực hiện hủy")


class DisposalView(ActionBar, BrowserView):
    """The page of a disposal."""

    shell_section = "archive"

    def __call__(self):
        self.row = row_of(self.context)
        self.sheet = ISheet(self.context)
        until = last_day(self.context)
        self.kept_until = show_date(until)
        return self.index()

    @property
    def window(self):
        """The Window while the execution goes on, or None."""
        return window_of(self.context)

    moment = staticmethod(show_moment)

    def execution(self):
        """list of (message, name): who hands over, carries out and watches; [] before it is begun."""
        said, directory = self.sheet.execution, getUtility(IDirectory)
        return [
            (title, directory.person(said[role]).fullname)
            for role, title in (("by", EXECUTOR), ("keeper", KEEPER), ("witness", WITNESS))
            if said.get(role)
        ]

    @property
    def hours(self):
        """int: hours that the execution waits, as was decided when it began; None while there is none."""
        return self.sheet.execution.get("hours")

    @staticmethod
    def left(window):
        """Message: how long it can still be taken back."""
        minutes = int(window.left.total_seconds()) // 60
        mapping = {"hours": str(minutes // 60), "minutes": str(minutes % 60)}
        return _("disposal_left", default="${hours} giờ ${minutes} phút", mapping=mapping)

    @property
    def progress(self):
        """(items that are settled, items to destroy)."""
        items = self.sheet.items("destroy")
        return sum(bool(item.done or item.skipped) for item in items), len(items)

    @property
    def stopped(self):
        """Message of the job that was given up, "" while all goes well."""
        job = failed_job(self.context)
        return job.error if job is not None else ""

    @property
    def decided(self):
        """str: the day of the decision, dd/mm/yyyy; "" before."""
        said = self.sheet.decision.get("date")
        return date.fromisoformat(said).strftime("%d/%m/%Y") if said else ""

    def facts(self):
        """list of (message, number, day, body) of the council's appointment and of the opinion, while there."""
        council, opinion = self.sheet.council, self.sheet.opinion
        said = (
            (_("disposal_council_number", default="Quyết định thành lập Hội đồng số"), council, "decision_", ""),
            (_("disposal_opinion_number", default="Văn bản cho ý kiến số"), opinion, "", opinion.get("body", "")),
        )
        return [
            (title, part[f"{prefix}number"], show_date(date.fromisoformat(part[f"{prefix}date"])), body)
            for title, part, prefix, body in said
            if part
        ]

    def council(self):
        """list of dict name, role, absent (why, ""), voted (bool while the council sits, None of who is absent)."""
        directory, absent, votes = getUtility(IDirectory), self.sheet.absent, self.sheet.votes
        sits, uids = state_of(self.context) == "council", [item.uid for item in self.sheet.items()]
        return [
            {
                "name": directory.person(userid).fullname,
                "role": ROLE_TITLES[role],
                "absent": absent.get(userid, ""),
                "voted": all(userid in votes.get(uid, {}) for uid in uids) if sits and userid not in absent else None,
            }
            for userid, role in self.sheet.members.items()
        ]

    def kept_for(self, item):
        """str: why an item is kept, in the words of those who wanted it; "" of what is not kept."""
        if item.outcome != "keep":
            return ""
        said = [why for choice, why in self.sheet.votes.get(item.uid, {}).values() if choice == "keep"]
        settled = [self.sheet.ties[item.uid][1]] if item.uid in self.sheet.ties else []
        return item.why or "; ".join(dict.fromkeys([*settled, *said]))

    @property
    def row_act(self):
        """The act that is done row by row now, as it is in the bar (see ActionBar), or None."""
        return next((link for link in self.acts if link.id in ROW_ACTS and not link.why), None)

    def row_url(self, item):
        """Address of the form of the row's act, filled in with this item; "" when there is none now."""
        if self.row_act is None:
            return ""
        record = find_record(item.uid)
        if IDossier.providedBy(record):
            name = called(record)
        else:
            name = item.reference if self.sheet.named(item.reference) is item else item.uid
        return f"{self.context.absolute_url()}/@@act/{self.row_act.id}?{urlencode({'items': name})}"

    def components(self):
        """The components of the dossier in their order: list of dict title, url of the file or ""."""
        there, base = self.sheet.components(), self.context.absolute_url()
        return [
            {"title": TITLES[name], "url": f"{base}/@@file/{there[name]}/current" if there[name] else ""}
            for name in required(self.context)
        ]

    def certificate(self):
        """Address of the sealed PDF, or ""."""
        found = [file for file in IFileStore(self.context).files() if file.current.note == "certificate"]
        return f"{self.context.absolute_url()}/@@file/{found[0].id}/current" if found else ""

    def items(self):
        """list of dict of the lines of the list."""
        votes = self.sheet.votes
        found = []
        for item in self.sheet.items():
            record = visible_record(item.uid)
            said = [choice for choice, _why in votes.get(item.uid, {}).values()]
            found.append(
                {
                    "uid": item.uid,
                    "place": f"{item.bundle}/{item.volume}",
                    "url": record.absolute_url() if record is not None else "",
                    "reference": item.reference,
                    "title": item.title,
                    "reason": REASON_TITLES[item.reason],
                    "destroy": said.count("destroy"),
                    "keep": said.count("keep"),
                    "outcome": CHOICE_TITLES.get(item.outcome, ""),
                    "done": show_moment(item.done),
                    "skipped": item.skipped,
                    "kept": self.kept_for(item),
                    "act": self.row_url(item),
                    "badges": badges_of(record) if record is not None else self.held(item),
                }
            )
        return found

    @staticmethod
    def held(item):
        """What holds a record is said to who carries the destruction out, though he may not read it: list of Badge."""
        record = find_record(item.uid)
        return HeldBadges(record).badges() if record is not None and item.done is None else []


class CertificateFile(BrowserView):
    """``@@certificate.json``: the data of the certificate, byte for byte as it was signed."""

    def __call__(self):
        said = ISheet(self.context).certificate.get("json")
        if said is None:
            self.request.response.setStatus(404)
            return ""
        return send(self.request, said.encode(), "chung-nhan-tieu-huy.json", "application/json")
