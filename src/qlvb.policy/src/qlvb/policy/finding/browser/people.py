"""People among the results of a search."""

from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


SHOWN = 6


def people_named(text):
    """People whose name has ``text`` in it, accents or not: list of dict name, post, agency, phone, email."""
    if len(text) < 2:
        return []
    directory = getUtility(IDirectory)
    found = []
    for person in directory.people(text=text)[:SHOWN]:
        post = person.posts[0] if person.posts else None
        agency = directory.agency(post.agency) if post else None
        department = directory.department(post.agency, post.department) if post and post.department else None
        place = department.title if department else ""
        found.append(
            {
                "name": person.fullname,
                "post": ", ".join(word for word in (post.title if post else "", place) if word),
                "agency": agency.title if agency else "",
                "phone": person.phone,
                "email": person.email,
            }
        )
    return found
