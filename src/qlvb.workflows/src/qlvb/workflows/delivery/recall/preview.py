"""What the signer is asked, told beside his answer, so that he need not look for the request first."""

from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.content.organisation.people import name_of
from qlvb.workflows.acts.interfaces import Effect
from qlvb.workflows.delivery.states import KIND_TITLES


def of_change(change):
    """Kind, reason, successor and who asks: tuple of Effect for a pending IChange, () for None."""
    if change is None:
        return ()
    successor = find_record(change.successor_uid)
    by = () if successor is None else (" · ".join(filter(None, (successor.reference, successor.subject))),)
    return (
        Effect(_("preview_change_kind", default="Đề nghị"), (KIND_TITLES[change.kind],)),
        *((Effect(_("preview_change_successor", default="Theo văn bản"), by),) if by else ()),
        Effect(_("preview_change_reason", default="Lý do đề nghị"), (change.reason,)),
        Effect(_("preview_change_by", default="Người đề nghị"), (name_of(change.by),)),
    )
