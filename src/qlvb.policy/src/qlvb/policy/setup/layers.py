"""Browser layers outside a traversed request."""

from plone.browserlayer.layer import mark_layer
from zope.traversing.interfaces import BeforeTraverseEvent


def mark_layers(site, request):
    """Give ``request`` the browser layers of ``site``, as traversal would: views and services are bound to them."""
    mark_layer(site, BeforeTraverseEvent(site, request))
