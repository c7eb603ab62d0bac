"""The answer to "who may see this, and why" as rows, the same for screen and REST."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.wording import sentence_titles
from zope.component import getUtility
from zope.i18n import translate


def rows(record, request):
    """list of dict: userid, fullname, posts (list of str), causes (list of dict), in the order of names."""
    directory = getUtility(IDirectory)
    found = []
    for userid, grants in IGrants(record).who_can_see():
        person = directory.person(userid)
        found.append(
            {
                "userid": userid,
                "fullname": person.fullname,
                "posts": [_post_title(directory, post) for post in person.posts],
                "causes": [_cause(grant, request) for grant in grants],
            }
        )
    return found


def _post_title(directory, post):
    agency = directory.agency(post.agency)
    return f"{post.title}, {agency.title}" if agency is not None else post.title


def _cause(grant, request):
    role, cause = (translate(title, context=request) for title in sentence_titles(grant))
    return {
        "role": grant.role,
        "role_title": role,
        "cause": grant.cause,
        "cause_title": cause,
        "reference": grant.reference,
        "principal": grant.principal,
        "since": grant.since.isoformat(),
    }
