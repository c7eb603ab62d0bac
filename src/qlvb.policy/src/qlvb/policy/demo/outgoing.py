"""The sender's part of a story."""

from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.demo.persons import acting_as
from qlvb.policy.demo.texts import draft
from qlvb.workflows.acts.interfaces import IActs
import transaction
from zope.component import getUtility


#: How far a story goes, in order; what is done at each step is in ``play_outgoing``.
REACHES = ("draft", "submit", "approve", "sign", "number", "seal", "issue")


def play_outgoing(portal, story, run_jobs, convertible):
    """Draft the document and take it as far as ``story.reach`` says; returns it when it was issued, else None.

    A draft that could not become PDF stays a draft. ``run_jobs``: callable that commits and lets the worker's jobs run;
    ``convertible`` (bool): drafts can become PDF.
    """
    document = create_draft(story)
    run_jobs()
    reach = story.reach if convertible and IFileStore(document).main().current.pdf_state == "ready" else "draft"
    first = story.reviewer or story.signatory
    if reach == "draft":
        return None
    if reach == "consult":
        asked = [who for who, _purpose in story.recipients]
        question = "Đề nghị cho ý kiến về phạm vi và trách nhiệm của cơ quan."
        perform(document, story.drafter, "consult", {"agencies": asked, "working_days": 7, "question": question})
        return None
    if reach == "cancel":
        perform(document, story.drafter, "cancel", {"reason": "Đã thống nhất qua điện thoại, không cần văn bản."})
        return None
    perform(document, story.drafter, "submit", {"receiver": first, "request": "Kính trình xem xét."})
    if reach == "return":
        reason = "Bổ sung thời gian, địa điểm cụ thể của từng lớp."
        perform(document, first, "return", {"reason": reason})
        return None
    steps = REACHES[: REACHES.index(reach) + 1]
    if "approve" in steps and story.reviewer:
        perform(document, story.reviewer, "approve", {"comment": "Đồng ý."})
    clerk = getUtility(IDirectory).holders(story.agency, "clerk")[0]
    for step, person in (("sign", story.signatory), ("number", clerk), ("seal", clerk), ("issue", clerk)):
        if step not in steps:
            return None
        perform(document, person, step, {})
    run_jobs()
    return document


def create_draft(story):
    """The draft with its file, as its drafter makes it."""
    directory = getUtility(IDirectory)
    with acting_as(story.drafter):
        document = getUtility(IDocumentFactory).create(
            "OutgoingDocument",
            story.agency,
            {
                "subject": story.subject,
                "document_type": story.document_type,
                "urgency": story.urgency,
                "signatory": story.signatory,
                "recipients": [recipient_row(directory, *recipient) for recipient in story.recipients],
            },
            by=story.drafter,
        )
        name, data = draft(document, story)
        IFileStore(document).add("main", name, data, by=story.drafter)
        if story.dossier:
            file_in(story.agency, story.dossier, document, story.drafter)
    return document


def recipient_row(directory, who, purpose):
    """A row of the recipients table: an agency of the province by id, or an outside body by name."""
    agency = directory.agency(who)
    return {
        "name": agency.title if agency else who,
        "identifier": agency.identifier if agency else "",
        "agency": agency.id if agency else "",
        "channel": "internal" if agency else "outside",
        "purpose": purpose,
        "address": agency.address if agency else "",
    }


def file_in(agency_id, code, document, userid):
    """Reference the document in the agency's open dossier with that code."""
    for dossier in getUtility(IDossierFinder).open_dossiers(agency_id):
        if dossier.code == code:
            IDossierContents(dossier).add(document, userid)


def perform(record, userid, act_id, data):
    """Do an act as a person. Commits what came before: the lock of a register is taken before the first change."""
    transaction.commit()
    with acting_as(userid):
        return IActs(record).perform(act_id, data)
