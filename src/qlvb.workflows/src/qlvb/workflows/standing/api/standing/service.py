"""REST: ``GET @standing``."""

from plone.restapi.services import Service
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.standing.asking import standing_of
from zope.component import getUtility
from zope.i18n import translate


class StandingGet(Service):
    """Why the record stands where it stands: a sentence, whose turn it is, since when, and what was asked of him."""

    def reply(self):
        found = standing_of(self.context)
        directory = getUtility(IDirectory)
        return {
            "@id": f"{self.context.absolute_url()}/@standing",
            "sentence": translate(found.sentence, context=self.request),
            "kind": found.kind,
            "request": found.request,
            "holders": [{"id": one, "name": directory.person(one).fullname} for one in found.holders],
            "since": found.since.isoformat() if found.since else None,
            "days": found.days,
        }
