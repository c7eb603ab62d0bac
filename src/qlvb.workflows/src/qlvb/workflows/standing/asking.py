"""Asking a record why it stands where it stands."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.exposures.interfaces import TAKEN_OUT
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.lid import closed_by
from qlvb.content.exposures.roles import judges_of
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from zope.component import getUtility


def standing_of(record):
    """:class:`Standing` of ``record``. Where a report of secret material closes it, nobody's work goes on but its
    judge's (account regulation Điều 24.6), whatever the record's own state says.
    """
    case_id = closed_by(record)
    if not case_id:
        return IStanding(record).standing()
    case, mapping = getUtility(ICases).get(case_id), {"case": case_id}
    if case.items[record.UID()].state == TAKEN_OUT:
        return Standing(
            _("standing_secret_out", default="Là tài liệu mật, đã gỡ khỏi hệ thống (vụ việc ${case}).", mapping=mapping)
        )
    sentence = _(
        "standing_secret",
        default="Đang phong tỏa vì có báo cáo là tài liệu mật (vụ việc ${case}): chờ người đứng đầu cơ quan kết luận.",
        mapping=mapping,
    )
    days = (clock.today() - case.opened.date()).days
    return Standing(sentence, "secret", holders=list(judges_of(record)), since=case.opened, days=days)
