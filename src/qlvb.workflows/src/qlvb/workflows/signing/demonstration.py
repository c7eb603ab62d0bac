"""Keys for the people and agencies of a demonstration site."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.signing.demo_ca import ensure
from qlvb.workflows.signing.keyring import key_directory
from zope.component import getUtility


#: Functions whose holders sign: documents (directly, KT., TL.), or the minutes of dossiers handed over to the archive.
SIGNING = {"leader", "unit_leader", "appraiser", "archivist", "specialist"}


def ensure_site_keys(directory=None):
    """Make the missing keys of everybody in the directory who may sign, and of every agency; idempotent.

    ``directory``: where the keys lie, default ``keyring.key_directory()``. Returns the names of new keys; [] when
    there is no place for keys.
    """
    directory = directory or key_directory()
    if directory is None:
        return []
    organisation = getUtility(IDirectory)
    agencies = {agency.id: agency for agency in organisation.agencies()}
    people = []
    for person in organisation.people():
        posts = [post for post in person.posts if SIGNING & set(post.functions)]
        if posts:
            agency = agencies.get(posts[0].agency)
            people.append(
                {
                    "userid": person.userid,
                    "fullname": person.fullname,
                    "position": posts[0].title,
                    "organisation": agency.title if agency else "",
                }
            )
    seals = [{"id": a.id, "title": a.title, "identifier": a.identifier} for a in agencies.values()]
    return ensure(directory, people, seals)
