"""Orders in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


order_signing = Wording(_("journal_order_signing", default="đã đưa văn bản vào hàng đợi ký"))
sign_again = Wording(_("journal_sign_again", default="đã yêu cầu ký lại"))
