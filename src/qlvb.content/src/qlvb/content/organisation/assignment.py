"""Who holds a post, from when to when; former holders are kept."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def assign(post, userid, valid_from=None, valid_to=None):
    """Give ``post`` (IPost object) to ``userid`` ("" = vacant) for a period (dates or None = open).

    :raises Refused: 400 for an unknown or inactive person, or a period that ends before it begins.
    """
    violations = []
    if userid and not getUtility(IDirectory).person(userid).active:
        message = _("organisation_error_unknown_person", default="Không có cán bộ nào đang làm việc với tài khoản này.")
        violations.append(Violation("holder", "unknown_person", message))
    if valid_from and valid_to and valid_to < valid_from:
        message = _("organisation_error_period", default="Ngày kết thúc không được trước ngày bắt đầu.")
        violations.append(Violation("valid_to", "period_reversed", message))
    if violations:
        raise Refused(violations)
    if post.holder and post.holder != userid:
        former = {"holder": post.holder, "valid_from": post.valid_from, "valid_to": post.valid_to}
        post.past_holders = (*(post.past_holders or ()), former)
    post.holder = userid or None
    post.valid_from = valid_from
    post.valid_to = valid_to
    notify(ObjectModifiedEvent(post))
