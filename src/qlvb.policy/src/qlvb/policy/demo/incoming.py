"""The recipients' part of a story."""

from datetime import timedelta
from plone import api
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.demo.outgoing import perform
from qlvb.policy.demo.persons import acting_as
from qlvb.policy.demo.texts import scan
from qlvb.workflows.delivery.interfaces import IDeliveries
from zope.component import getUtility


#: How far a recipient goes, in order.
REACHES = ("waiting", "accept", "present", "direct", "finish")
HANDLERS = {
    "skhcn": ("nguyenthithuha", "leminhanh", "phamquochuy"),
    "snv": ("tranduclong", "vuhaiyen", "phangiakhanh"),
    "ubnd-tinh": ("dangvanphuc", "lethikimngan", ""),
    "ubnd-xa-phu-lam": ("maixuantruong", "giangthilan", ""),
}


def play_answers(document, story, run_jobs):
    """Let the recipients of an issued document do what the story says."""
    for delivery in IDeliveries(document).all():
        agency = delivery.recipient.get("agency")
        if not agency or not delivery.incoming:
            continue
        incoming = api.content.get(UID=delivery.incoming)
        with clock.held(clock.now() + timedelta(hours=1)):
            take_on(incoming, agency, story.answers.get(agency, "waiting"))
    run_jobs()


def take_on(incoming, agency_id, reach, due_days=5):
    """Take an incoming document as far as ``reach`` says."""
    clerk = getUtility(IDirectory).holders(agency_id, "clerk")[0]
    leader, lead, other = HANDLERS[agency_id]
    if reach == "refuse":
        reason = "Văn bản không thuộc thẩm quyền giải quyết của đơn vị."
        perform(incoming, clerk, "refuse", {"reason": reason})
        return
    steps = REACHES[1 : REACHES.index(reach) + 1]
    acts = {
        "accept": (clerk, {}),
        "present": (clerk, {"leader": leader, "proposal": "Kính trình lãnh đạo cho ý kiến phân công."}),
        "direct": (
            leader,
            {
                "text": "Giao đồng chí chủ trì tham mưu, báo cáo kết quả đúng hạn.",
                "lead": [lead],
                "information": [other] if other else [],
                "working_days": due_days,
            },
        ),
        "finish": (lead, {"result": "Đã thực hiện xong, không có vướng mắc."}),
    }
    for step in steps:
        person, data = acts[step]
        perform(incoming, person, step, data)


def play_paper(portal, paper):
    """Register a document that came on paper, with its scan."""
    clerk = getUtility(IDirectory).holders(paper.agency, "clerk")[0]
    with acting_as(clerk):
        document = getUtility(IDocumentFactory).create(
            "IncomingDocument",
            paper.agency,
            {
                "subject": paper.subject,
                "document_type": paper.document_type,
                "issuing_body": paper.issuing_body,
                "original_number": paper.number,
                "document_symbol": paper.symbol,
                "issue_date": paper.day - timedelta(days=2),
                "arrival_channel": "post",
                "paper_received": True,
            },
            by=clerk,
        )
        name, data = scan(paper)
        IFileStore(document).add("main", name, data, by=clerk)
    take_on(document, paper.agency, paper.reach, paper.due_days)
