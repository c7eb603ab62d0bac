"""How matters stand with the recipients of an issued document, in one sentence."""

from qlvb.content import _
from qlvb.workflows.delivery.interfaces import IDeliveries
from zope.i18nmessageid import Message


#: On its way to a recipient within reach, who has not taken it yet.
UNDERWAY = ("queued", "sent", "arrived")
SENT_BACK = ("refused", "failed")

ISSUED = _("standing_issued", default="Đã phát hành.")
BACK = _(
    "standing_issued_back",
    default="Đã phát hành; ${back}/${all} nơi nhận trả lại hoặc gửi lỗi, đang chờ văn thư gửi lại.",
)
TO_POST = _(
    "standing_issued_to_post", default="Đã phát hành; còn ${post} nơi nhận ngoài hệ thống chờ văn thư gửi."
)
OPEN = _(
    "standing_issued_open", default="Đã phát hành; ${taken}/${all} nơi nhận đã tiếp nhận, còn ${open} nơi chưa."
)
TAKEN = _("standing_issued_taken", default="Đã phát hành; mọi nơi nhận (${all}) đã nhận.")
UPDATING = _(
    "standing_updating",
    default="Đã phát hành và báo cập nhật: ${answered}/${all} nơi nhận đã trả lời, còn ${open} nơi chưa.",
)
UPDATE_REFUSED = _(
    "standing_update_refused", default="Đã phát hành và báo cập nhật: ${refused}/${all} nơi nhận từ chối."
)
UPDATED = _("standing_updated", default="Đã phát hành và cập nhật; mọi nơi nhận (${all}) đã đồng ý.")


def standing_with_recipients(document):
    """Message: what has to happen next; what waits for the clerk comes first, what waits for nobody last."""
    deliveries = IDeliveries(document).all()
    repeated = {delivery.previous for delivery in deliveries}
    last = [delivery for delivery in deliveries if delivery.id not in repeated]
    states = [(delivery.recipient["channel"] == "internal", delivery.state) for delivery in last]
    updates = [one.recall["state"] for one in deliveries if one.recall is not None and one.recall["kind"] == "update"]
    template, numbers = sentence(states, updates)
    return Message(template, mapping={name: str(number) for name, number in numbers.items()})


def sentence(states, updates):
    """(message id, its numbers). ``states``: (within reach, state of the delivery) of each recipient; ``updates``: how
    those stand with a correction who were told of one (RECALL_STATES). Pure.

    >>> str(sentence([(True, "accepted"), (True, "arrived"), (False, "sent")], [])[0])
    'standing_issued_open'
    >>> sentence([(True, "finished")], ["agreed", "asked"])[1]
    {'all': 2, 'answered': 1, 'open': 1, 'refused': 0}
    """
    back = sum(state in SENT_BACK for _within, state in states)
    post = sum(state == "manual" for _within, state in states)
    underway = sum(within and state in UNDERWAY for within, state in states)
    sending = {"all": len(states), "back": back, "post": post, "open": underway, "taken": len(states) - underway}
    waiting = sum(state in ("asked", "manual") for state in updates)
    telling = {
        "all": len(updates),
        "answered": len(updates) - waiting,
        "open": waiting,
        "refused": updates.count("refused"),
    }
    found = (
        (BACK, sending, back),
        (TO_POST, sending, post),
        (UPDATING, telling, waiting),
        (OPEN, sending, underway),
        (UPDATE_REFUSED, telling, telling["refused"]),
        (UPDATED, telling, len(updates)),
        (TAKEN, sending, len(states)),
        (ISSUED, {}, True),
    )
    return next((template, numbers) for template, numbers, counts in found if counts)
