"""Who got, kept and lost which post: what a change of a post means for accounts, in the journals of their people.

Posts give roles, so whatever changes one (the form, REST, a request for accounts, a department that goes) is written
down (account regulation Điều 4.3, 19.1).
"""

from plone import api
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import people_folder
from qlvb.content.organisation.accounts import people_folder_ids
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import FUNCTION_TITLES
from zope.component import getUtility
from zope.i18n import translate


GIVEN, CHANGED, LEFT = "account.post_given", "account.post_changed", "account.post_left"
#: What of a post somebody's rights and period depend on.
_MEANT = ("title", "department", "functions", "capacity", "valid_from", "valid_to")


def changes(before, after):
    """list of (userid, event, PostInfo): what became of its holders as a post changed from the PostInfo ``before`` to
    ``after``; either may be None: it came, it went. Pure.
    """
    old, new = before.holder if before is not None else "", after.holder if after is not None else ""
    if old == new:
        differs = old and any(getattr(before, name) != getattr(after, name) for name in _MEANT)
        return [(new, CHANGED, after)] if differs else []
    found = [(old, LEFT, before)] if old else []
    return [*found, (new, GIVEN, after)] if new else found


def write_down(before, after):
    """Write the changes between two states of an agency's posts, each a dict id -> PostInfo, into the journals of their
    holders. People whom the site does not know have none.
    """
    known = people_folder_ids()
    for post_id in sorted({*before, *after}):
        for userid, event, post in changes(before.get(post_id), after.get(post_id)):
            if userid in known:
                IJournal(people_folder()[userid]).append(event, _actor(), _detail(post))


def _actor():
    return "system" if api.user.is_anonymous() else api.user.get_current().getId()


def _detail(post):
    """dict of JSON values, in the words of that day: posts, departments and agencies are renamed."""
    directory = getUtility(IDirectory)
    agency = directory.agency(post.agency)
    unit = directory.department(post.agency, post.department) if post.department else None
    titles = [unit.title if unit is not None else post.department, agency.title if agency is not None else post.agency]
    return {
        "post": post.title,
        "place": ", ".join(filter(None, titles)),
        "functions": ", ".join(_said(one) for one in sorted(post.functions)) or "–",
        "capacity": post.capacity,
        "valid_from": post.valid_from.isoformat() if post.valid_from else "",
        "valid_to": post.valid_to.isoformat() if post.valid_to else "",
    }


def _said(function):
    return translate(FUNCTION_TITLES[function], target_language="vi") if function in FUNCTION_TITLES else function
