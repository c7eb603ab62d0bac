"""Who may do which act in which situation: acts_matrix.txt, as forms, REST and bulk all ask it (IActs)."""

from delegated import delegate
from docx.shared import Mm
from layout_fault_table import section
from layout_faults import LETTER
from layout_faults import damaged
from matrices import acts_of
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from outgoing_story import DEPUTY
from outgoing_story import DRAFTER
from outgoing_story import CLERK
from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import take_to
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.assignment import assign
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.appraisal.interfaces import ILayoutChecks
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from sent import OUTSIDE
from sent import SNV
from zope.event import notify
from zope.globalrequest import getRequest
from zope.lifecycleevent import ObjectModifiedEvent


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
OFFICE = "hoangvanluu"
#: Column of the file -> person.
PEOPLE = {
    "drafter": DRAFTER,
    "reviewer": REVIEWER,
    "signatory": SIGNATORY,
    "deputy": DEPUTY,
    "clerk": CLERK,
    "office": OFFICE,
    "administrator": "skhcnqtdv",
    "outsider": "vanthusnv",
    "manager": "quantri",
}
REASON = "Văn bản ban hành sai thẩm quyền, phải thu hồi"


@pytest.fixture
def document(province, clock, keys, registers):
    """A draft for a recipient in the site and one outside, in an agency whose office appraises."""
    post = createContentInContainer(
        province["skhcn"]["posts"], "Post", checkConstraints=False, id="chanh-van-phong", title="Chánh Văn phòng",
        department="vp", functions={"appraiser"}, capacity="by_order", rank=25,
    )  # fmt: skip
    assign(post, OFFICE)
    notify(ObjectModifiedEvent(post))
    return make_draft(recipients=[SNV, OUTSIDE])


def looked_at(document):
    """The machine has looked at its layout."""
    ILayoutChecks(document).run(IFileStore(document).main().current)


def issued(document, cast):
    take_to(document, cast, "issued")
    return IDeliveries(document).all()


def draft(document, cast):
    pass


def draft_in_word(document, cast):
    main, data = IFileStore(document).main(), damaged(section(left_margin=Mm(20)), LETTER)
    IFileStore(document).replace(main.id, "Công văn.docx", data, DRAFTER)
    looked_at(document)


def consulting(document, cast):
    cast.drafter.does(document, "consult", people=[DEPUTY], deadline="2026-01-12")


def opinions_given(document, cast):
    consulting(document, cast)
    cast.deputy.does(document, "give_opinion", answer="agree", text="Điều 1: bổ sung thời hạn")


def in_review(document, cast):
    take_to(document, cast, "in_review")


def appraisal(document, cast):
    in_review(document, cast)
    cast.reviewer.does(document, "to_appraisal", receiver=OFFICE)
    looked_at(document)


def to_sign(document, cast):
    take_to(document, cast, "to_sign")


def delegated(document, cast):
    to_sign(document, cast)
    delegate()


def assisted(document, cast):
    to_sign(document, cast)
    delegate(mode="assist", basis="")


def signing_ordered(document, cast):
    to_sign(document, cast)
    cast.signatory.does(document, "order_signing", capacity="direct")


def signing_failed(document, cast):
    signing_ordered(document, cast)
    ISigningOrders(document).live().state = "failed"


def returned(document, cast):
    take_to(document, cast, "returned")


def to_issue(document, cast):
    take_to(document, cast, "to_issue")


def numbered(document, cast):
    take_to(document, cast, "numbered")


def sealed(document, cast):
    take_to(document, cast, "sealed")


def sent(document, cast):
    issued(document, cast)


def delivery_failed(document, cast):
    inside, outside = issued(document, cast)
    IDeliveries(document).move(inside.id, "failed")
    IDeliveries(document).move(outside.id, "sent", by=CLERK)


def published(document, cast):
    issued(document, cast)
    cast.clerk.does(document, "publish", until="2026-03-01")


def recall_proposed(document, cast):
    inside, _outside = issued(document, cast)
    IDeliveries(document).move(inside.id, "sent")
    IDeliveries(document).move(inside.id, "arrived")
    successor = make_draft()
    take_to(successor, cast, "issued")
    cast.clerk.does(document, "recall", successor=successor.UID(), reason=REASON)


def recalled(document, cast):
    recall_proposed(document, cast)
    cast.signatory.does(document, "approve_change")


def replaced(document, cast):
    issued(document, cast)
    fire(document, "replace")


def given_back(document, cast):
    take_to(document, cast, "given_back")


def cancelled(document, cast):
    take_to(document, cast, "cancelled")


def destroyed(document, cast):
    take_to(document, cast, "destroyed")


SITUATIONS = (
    draft, draft_in_word, consulting, opinions_given, in_review, appraisal, to_sign, delegated, assisted, signing_ordered,
    signing_failed, returned, to_issue, numbered, sealed, sent, delivery_failed, published, recall_proposed, recalled,
    replaced, given_back, cancelled, destroyed,
)  # fmt: skip


def test_every_state_and_act_is_in_the_file(document):
    states = set(api.portal.get_tool("portal_workflow")["qlvb_outgoing"].states.objectIds())
    assert states <= {"issued" if one is sent else one.__name__ for one in SITUATIONS}
    assert acts_of(document) == {act for _situation, act in MATRIX}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_who_may_do_what(document, cast, login_as, situation):
    situation(document, cast)
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation.__name__}
    assert who_may(document, PEOPLE, login_as) == may
    refuse_the_others(document, may, PEOPLE, login_as)
    show_alike(document, may, PEOPLE, login_as, getRequest())
