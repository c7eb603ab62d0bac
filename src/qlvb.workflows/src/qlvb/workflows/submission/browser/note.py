"""The screen of a note: its texts, documents, opinions and decisions, and what can be done with it."""

from AccessControl import getSecurityManager
from dataclasses import replace
from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IBox
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.submission.factory import visible_documents
from qlvb.content.submission.schema import INoteSchema
from qlvb.workflows.acts.browser.screen import RecordScreen
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import NOT_ANSWERED
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.words import by_authority
from qlvb.workflows.delegation.words import in_place_of
from qlvb.workflows.delegation.words import standing_in_words
from qlvb.workflows.submission.boxes import NoteTokens
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.words import OUTCOME_TITLES
from qlvb.workflows.submission.words import SIGNED
from qlvb.workflows.submission.words import TO_SIGN
from qlvb.workflows.submission.words import WAITING
from zope.component import getUtility


SECTION = _("notes_section", default="Phiếu trình")
#: Lists in which one reader may find a note: the one that asks something of him first.
NEAREST = (
    "notes.to_decide",
    "notes.to_comment",
    "notes.delegated",
    "notes.returned",
    "notes.in_progress",
    "notes.approved",
    "notes.information",
    "notes.mine",
)
TEXTS = ("content", "grounds", "options", "proposal")
TONES = {"agree": "good", "disagree": "bad", "other": "warn", "": "neutral"}
OUTCOME_TONES = {"agreed": "good", "returned": "bad", "withdrawn": "neutral", "": "info"}


def standing_in(person, deputy):
    """Message or str: whose word it is (userids), by whom it was given in his place ("" = nobody)."""
    return in_place_of(name_of(deputy), name_of(person)) if deputy else name_of(person)


class NoteView(RecordScreen):
    """Everything on one screen."""

    shell_section = "notes"

    @property
    def crumbs(self):
        """The way to a note as iOffice shows it, list and subject: list of dict(title, url)."""
        base = f"{api.portal.get().absolute_url()}/@@worklist?box="
        box = getUtility(IBox, name=self.box_of_reader)
        return [{"title": SECTION, "url": f"{base}notes.all"}, {"title": box.title, "url": base + box.id}]

    @property
    def box_of_reader(self):
        """Id of the list in which the reader finds the note: his own, or that of whom he stands in for."""
        mine = getUtility(IDirectory).principals(getSecurityManager().getUser().getId() or "")
        pairs = [token.split("|", 1) for token in NoteTokens(self.context).tokens()]
        boxes = {box for box, principal in pairs if principal in mine}
        if getUtility(IDelegations).covering(getSecurityManager().getUser().getId() or "", self.context):
            boxes.add("notes.delegated")
        return next((box for box in NEAREST if box in boxes), "notes.all")

    @cached_property
    def course(self):
        return INoteCourse(self.context)

    @property
    def drafter(self):
        return name_of(self.context.drafter)

    @cached_property
    def texts(self):
        """list of dict: the texts that are not empty."""
        return [
            {"title": INoteSchema[name].title, "text": text}
            for name in TEXTS
            if (text := getattr(self.context, name))
        ]

    @cached_property
    def documents(self):
        """list of dict: basis and drafts, those that the reader may view, and how many he may not."""
        found = []
        for name in ("basis", "drafts"):
            records, hidden = visible_documents(getattr(self.context, name))
            if records or hidden:
                rows = [
                    {
                        "url": record.absolute_url(),
                        "title": " ".join(part for part in (record.reference, record.Title()) if part),
                        "state": title_of_state(record),
                    }
                    for record in records
                ]
                found.append({"title": INoteSchema[name].title, "rows": rows, "hidden": hidden})
        return found

    @cached_property
    def decisions(self):
        """list of dict, in order."""
        return [
            {
                "who": standing_in(step.person, step.on_behalf),
                "basis": by_authority(step.basis),
                "deputies": standing_in_words(self.context, {step.person}) if step is self.course.current() else [],
                "outcome": OUTCOME_TITLES.get(step.outcome, WAITING),
                "tone": OUTCOME_TONES[step.outcome],
                "comment": step.comment,
                "since": show_moment(step.since),
                "done": show_moment(step.done),
                "signature": SIGNED if step.signed else TO_SIGN if step.to_sign else "",
                "signature_tone": "good" if step.signed else "info",
            }
            for step in self.course.decisions()
        ]

    @cached_property
    def opinions(self):
        """list of dict, in the order in which they were asked."""
        return [
            {
                "who": standing_in(opinion.person, opinion.answered_by),
                "basis": by_authority(opinion.basis),
                "deputies": standing_in_words(self.context, {opinion.person}) if opinion.done is None else [],
                "asked_by": name_of(opinion.asked_by),
                "answer": ANSWER_TITLES.get(opinion.answer, NOT_ANSWERED),
                "tone": TONES[opinion.answer],
                "text": opinion.text,
                "done": show_moment(opinion.done),
            }
            for opinion in self.course.opinions()
        ]

    @cached_property
    def acts(self):
        """Buttons: list of BarLink; the dossier is searched for on a page of its own."""
        picker = f"{self.context.absolute_url()}/@@file-in-dossier"
        return [replace(link, url=picker) if link.id == "file" else link for link in super().acts]

    @cached_property
    def paper(self):
        """dict of addresses of the printed note (``docx``, ``pdf``, ``signed``, ``check`` of its signatures), or None
        before it was submitted; "" for what is not there, such as the ``pdf`` while the worker makes it.
        """
        main = IFileStore(self.context).main()
        if main is None:
            return None
        url = f"{self.context.absolute_url()}/@@file/{main.id}/{main.current.number}"
        signed, base = IFileStore(self.context).signed(), self.context.absolute_url()
        return {
            "docx": f"{url}?download=1",
            "pdf": f"{url}/pdf" if main.current.pdf_state == "ready" else "",
            "signed": f"{base}/@@file/{signed.id}/{signed.current.number}" if signed is not None else "",
            "check": f"{base}/@@signatures" if signed is not None else "",
        }
