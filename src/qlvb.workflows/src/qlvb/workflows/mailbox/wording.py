"""The journal in words."""

from qlvb.content import _
from qlvb.workflows.incoming.wording import Wording


mail_received = Wording(_("journal_mail_received", default="đã nhận thư của ${sender}"))
letter_returned = Wording(_("journal_letter_returned", default="đã báo việc trả lại cho người gửi thư ${address}"))
