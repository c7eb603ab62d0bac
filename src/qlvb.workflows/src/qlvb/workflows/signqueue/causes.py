"""What to do about a signature that failed, by the code of its cause. The cause itself is the violation's message."""

from qlvb.content import _
from qlvb.workflows.localsigning.refusals import ABANDONED
from qlvb.workflows.localsigning.refusals import ON_MACHINE


ASK_FOR_KEY = _(
    "signqueue_next_key",
    default="Liên hệ quản trị đơn vị để được cấp hoặc gia hạn chứng thư số, sau đó bấm “Ký lại”.",
)
WAIT = _("signqueue_next_wait", default="Chờ bản PDF được tạo xong rồi bấm “Ký lại”; không phải tải lại tệp.")
MEND = _("signqueue_next_mend", default="Trả lại người soạn thảo để sửa tệp văn bản, sau đó ký lại.")
BLOCK = _(
    "signqueue_next_block",
    default="Bấm “Trả lại sửa khối chữ ký” để người soạn ghi đúng thẩm quyền, chức vụ, tên người ký rồi trình lại.",
)
TRY_AGAIN = _("signqueue_next_again", default="Bấm “Ký lại”; nếu vẫn lỗi, báo quản trị hệ thống kèm thời điểm ký.")
ON_DEVICE = _(
    "signqueue_next_device",
    default="Mở VGCA Sign Service, cắm USB token, thử ở trang “Tự kiểm tra ký VGCA”, rồi bấm “Ký lại”; tệp giữ nguyên.",
)
OWN_TOKEN = _(
    "signqueue_next_token", default="Cắm đúng USB token đã đăng ký cho tài khoản của anh/chị rồi bấm “Ký lại”."
)
CLOCK = _("signqueue_next_clock", default="Chỉnh giờ máy của anh/chị cho đúng rồi bấm “Ký lại”.")
READ_AGAIN = _("signqueue_next_read", default="Mở lại văn bản, đọc phiên bản mới rồi bấm “Ký lại”.")
OTHER_MACHINE = _(
    "signqueue_next_virus", default="Quét mã độc máy của anh/chị, hoặc ký trên máy khác, rồi bấm “Ký lại”."
)
#: Codes of refusals by which an attempt at signing has failed, as against input that was wrong or a turn that passed.
NEXT_STEPS = {
    "no_key": ASK_FOR_KEY,
    "certificate_expired": ASK_FOR_KEY,
    "certificate_scope": ASK_FOR_KEY,
    "certificate_untrusted": ASK_FOR_KEY,
    "wrong_key": ASK_FOR_KEY,
    "rendition_pending": WAIT,
    "conversion_failed": MEND,
    "pdf_unreadable": MEND,
    "pdf_encrypted": MEND,
    "pdf_active": MEND,
    "pdf_rotated": MEND,
    "field_name_taken": MEND,
    "number_printed": MEND,
    "number_room": MEND,
    "date_printed": MEND,
    "date_room": MEND,
    "already_prepared": MEND,
    "already_signed": MEND,
    "already_numbered": MEND,
    "block_names_giver": BLOCK,
    "image_unreadable": ASK_FOR_KEY,
    "signature_invalid": TRY_AGAIN,
    "signature_changed": TRY_AGAIN,
    **dict.fromkeys([*ON_MACHINE, ABANDONED], ON_DEVICE),
    "local_file_missing": ON_DEVICE,
    "local_file_too_large": TRY_AGAIN,
    "local_file_infected": OTHER_MACHINE,
    "local_not_continued": ON_DEVICE,
    "local_not_signed": ON_DEVICE,
    "local_too_many_signatures": TRY_AGAIN,
    "local_earlier_broken": TRY_AGAIN,
    "local_changed": TRY_AGAIN,
    "local_signature_invalid": ON_DEVICE,
    "local_weak": ON_DEVICE,
    "local_wrong_person": OWN_TOKEN,
    "local_clock": CLOCK,
    "local_revision_lost": READ_AGAIN,
}


def next_step(code):
    """Message: what to do about a failure with this code; faults of the program have none."""
    return NEXT_STEPS.get(code, TRY_AGAIN)


def first_cause(violations):
    """The first violation by which the attempt itself failed, or None: input, right or turn were wrong."""
    codes = [violation.code for violation in violations]
    if "forbidden" in codes or "wrong_state" in codes or "not_your_turn" in codes:
        return None
    return next((violation for violation in violations if violation.code in NEXT_STEPS), None)
