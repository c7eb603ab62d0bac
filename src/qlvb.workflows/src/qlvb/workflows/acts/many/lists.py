"""One act on all that a list shows, also on the pages that nobody turned to: a run of the worker."""

from itertools import islice
from plone import api
from qlvb.content import _
from qlvb.content.index.filters import FILTERS
from qlvb.content.index.question import Question
from qlvb.content.index.question import box_of
from qlvb.content.index.whole import every_row
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.bulk import LIMIT
from qlvb.workflows.acts.bulk import offers
from qlvb.workflows.acts.conversion import unknown
from qlvb.workflows.acts.many.runs import MOST_RECORDS
from qlvb.workflows.acts.many.runs import ActRuns
from zope.component import getUtility


def question_of(box, filters, sort=None):
    """Question of a list. :raises Refused: 400 no such list, a filter that there is not."""
    box_of(box)
    if not isinstance(filters, dict) or (unknown := sorted(set(filters) - set(FILTERS))):
        names = ", ".join(unknown)[:80] if isinstance(filters, dict) else ""
        message = _("violation_bulk_filters", default="Không có bộ lọc này: ${names}.", mapping={"names": names})
        raise Refused(Violation("filters", "filters_wrong", message))
    return Question(box=box, filters=filters, sort=sort or None)


def uids_of(question):
    """UIDs of all rows that the person sees, in their order: list.

    :raises Refused: 400 none, or more than one run takes.
    """
    found = [row.uid for row in islice(every_row(question), MOST_RECORDS + 1)]
    if not found:
        message = _("violation_bulk_list_empty", default="Danh sách không còn mục nào.")
        raise Refused(Violation("list", "items_missing", message))
    if len(found) > MOST_RECORDS:
        mapping = {"limit": str(MOST_RECORDS)}
        message = _("violation_bulk_limit", default="Mỗi lần tối đa ${limit} mục.", mapping=mapping)
        raise Refused(Violation("list", "too_many_items", message))
    return found


def sampled_offers(uids):
    """The acts that can be done now to some of the first records: what a list offers for all. List of Offer."""
    return offers(uids[:LIMIT])


def agency_of_runs(userid):
    """Id of the agency under which a person's runs are kept, "" for who has no post."""
    post = getUtility(IDirectory).main_post(userid)
    return post.agency if post is not None else ""


def ask_for_all(question, act, data, key="", only_check=False):
    """(ActRun, bool: it is new): the worker does the act to every record of the list, or only tries it.

    :raises Refused: 400 no such act, the list is empty or too long.
    """
    userid = api.user.get_current().getId()
    uids = uids_of(question)
    offer = next((offer for offer in sampled_offers(uids) if offer.act.id == act), None)
    if offer is None:
        message = _("violation_bulk_act", default="Không có thao tác này cho các mục trong danh sách.")
        raise Refused(Violation("act", "act_unknown", message))
    if unknown_keys := [unknown(name) for name in data if name not in offer.fields()]:
        raise Refused(unknown_keys)
    return ActRuns(userid).ask(agency_of_runs(userid), act, data, uids, only_check, key)
