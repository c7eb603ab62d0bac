"""The journal in words."""

from qlvb.content import _
from qlvb.workflows.incoming.wording import Wording


scan_received = Wording(_("journal_scan_received", default="đã nhận bản quét ${filename}"))
