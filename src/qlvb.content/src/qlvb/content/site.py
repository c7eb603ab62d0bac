"""The site at work, for what asks for it with every record."""

from Acquisition import aq_base
from Acquisition import aq_parent
from plone import api
from Products.CMFCore.interfaces import ISiteRoot
from zope.component.hooks import getSite


def site_at_work():
    """As ``api.portal.get()``, which has the site work out anew all that it provides; here its class is asked.

    :raises CannotGetPortalError: there is none.
    """
    found = getSite()
    while found is not None and not ISiteRoot.implementedBy(type(aq_base(found))):
        found = aq_parent(found)
    return found if found is not None else api.portal.get()
