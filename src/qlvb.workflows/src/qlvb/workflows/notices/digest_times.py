"""When the digests of an agency go out: kept on the agency, the site's times where it has set none."""

from persistent.mapping import PersistentMapping
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.channels import checked_times
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.notices"


def digest_times(agency):
    """tuple of str for the agency object."""
    stored = IAnnotations(agency).get(ANNOTATION) or {}
    return tuple(stored.get("digest_times") or Channels().digest_times)


def set_digest_times(agency, times):
    """Keep the times of the agency; [] goes back to the site's. :raises Refused: 400."""
    if times:
        times, violations = checked_times(times)
        if violations:
            raise Refused(violations)
    kept_under(agency, ANNOTATION, PersistentMapping)["digest_times"] = tuple(times)


def digest_times_of(userid):
    """tuple of str: those of the agency of the person's first post."""
    directory = getUtility(IDirectory)
    post = directory.main_post(userid)
    agency = directory.agency_object(post.agency) if post is not None else None
    return digest_times(agency) if agency is not None else Channels().digest_times
