"""What reading the words of a file tells the journal."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


stamp_found = Wording(
    _("journal_secrecy_stamp_found", default="cảnh báo: tệp “${filename}” có dấu “${stamp}”, dấu của bí mật nhà nước")
)
