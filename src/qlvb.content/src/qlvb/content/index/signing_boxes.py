"""The boxes of signing (product/screens 2.2: KÝ SỐ), documents and submission notes together."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import Box


COLUMNS = ("ordinal", "urgency", "direction", "reference", "subject", "received", "due", "state")
_signing = partial(Box, columns=COLUMNS)

NEEDED = _signing(
    "signing.needed",
    _("box_signing_needed", default="Cần ký"),
    _("box_signing_needed_empty", default="Không có văn bản, phiếu trình nào chờ anh/chị ký."),
)
RUNNING = _signing(
    "signing.running",
    _("box_signing_running", default="Đang ký"),
    _("box_signing_running_empty", default="Không có văn bản nào đang được ký."),
)
FAILED = _signing(
    "signing.failed",
    _("box_signing_failed", default="Ký thất bại"),
    _(
        "box_signing_failed_empty",
        default="Không có lần ký nào thất bại. Văn bản ký không được sẽ nằm ở đây kèm nguyên nhân.",
    ),
    columns=("ordinal", "urgency", "subject", "signing_cause", "signing_next", "received", "state"),
)
