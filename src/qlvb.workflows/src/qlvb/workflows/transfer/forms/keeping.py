"""The two forms of a transfer as its files, signed by both sides."""

from functools import partial
from qlvb.content import _
from qlvb.workflows.signing.counterparts import GIVER
from qlvb.workflows.signing.counterparts import RECEIVER
from qlvb.workflows.signing.counterparts import SIGN
from qlvb.workflows.signing.counterparts import PartyForm
from qlvb.workflows.signing.counterparts import PartyForms
from qlvb.workflows.signing.counterparts import minutes_places
from qlvb.workflows.signing.parties import Party
from qlvb.workflows.transfer.forms.data import gather
from qlvb.workflows.transfer.forms.drawing import MAKER
from qlvb.workflows.transfer.forms.drawing import draw_list
from qlvb.workflows.transfer.forms.drawing import draw_minutes


def list_places(signing, pdf, giver, receiver):
    """The list has a place for its maker only, as the form draws it; the receiver signs it without being shown."""
    page, rect = signing.find_party(pdf, giver, (MAKER, SIGN))
    return Party(GIVER, "Chữ ký của người lập", page, rect), Party(RECEIVER, "Chữ ký của bên nhận")


MINUTES = PartyForm(
    "bien-ban-giao-nhan",
    _("transfer_paper_minutes", default="Biên bản giao nhận hồ sơ, tài liệu"),
    "main",
    minutes_places,
)
LIST = PartyForm(
    "muc-luc-ho-so-nop-luu",
    _("transfer_paper_list", default="Mục lục hồ sơ, tài liệu nộp lưu"),
    "annex",
    list_places,
)
forms_of = partial(PartyForms, forms=(MINUTES, LIST))


def write(transfer, by):
    """Draw both forms and keep them."""
    paper, forms = gather(transfer), forms_of(transfer)
    for form, draw in ((MINUTES, draw_minutes), (LIST, draw_list)):
        forms.write(form, draw(paper), by)
