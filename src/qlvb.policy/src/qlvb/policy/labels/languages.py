"""The languages of a request, with the variant of Vietnamese that the person's agency has chosen before Vietnamese.

A label set is a language of the domain ``qlvb`` (``vi-tdoffice``) that has the differing words alone: the others are
the defaults of the messages, which are Vietnamese. Other domains do not know the variant and go on with ``vi``.
"""

from AccessControl import getSecurityManager
from plone.i18n.negotiate.ptsnegotiator import PTSLanguages
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.labels.interfaces import ILabelSet
from qlvb.policy.shell.browser.visitor import AGENCY_COOKIE
from qlvb.policy.shell.menu import agencies_of
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import queryUtility
from zope.i18n.interfaces import IUserPreferredLanguages
from zope.interface import implementer


KEPT = "qlvb.labels.variant"
LANGUAGE = "vi"


@implementer(IUserPreferredLanguages)
@adapter(IQlvbLayer)
class LabelledLanguages(PTSLanguages):
    """Asked for every message of a page: the variant is looked up once per request and user."""

    def getPreferredLanguages(self):
        found = list(super().getPreferredLanguages())
        if not found or found[0] != LANGUAGE:
            return found
        variant = self._variant()
        return [variant, *found] if variant else found

    def _variant(self):
        user = getSecurityManager().getUser()
        userid = user.getId()
        if not userid:
            return ""
        annotations = IAnnotations(self.context)
        kept = annotations.get(KEPT)
        if kept is None or kept[0] != userid:
            annotations[KEPT] = kept = (userid, variant_of(user, self.context.cookies.get(AGENCY_COOKIE)))
        return kept[1]


def variant_of(user, chosen_agency):
    """Language of the label set of the agency the user works for, "" for the product's own words."""
    directory = queryUtility(IDirectory)
    mine = agencies_of(user.getGroups()) if directory is not None else []
    if not mine:
        return ""
    person = directory.person(user.getId())
    home = person.posts[0].agency if person is not None and person.posts else mine[0]
    agency = directory.agency_object(chosen_agency if chosen_agency in mine else home)
    chosen = ILabelSet(agency).chosen if agency is not None else ""
    return f"{LANGUAGE}-{chosen}" if chosen else ""
