"""Static files with a version in their address may be kept for a year."""

from plone.resource.interfaces import IUniqueResourceRequest
from zope.component import adapter
from ZPublisher.interfaces import IPubBeforeCommit


@adapter(IPubBeforeCommit)
def keep_versioned_resources(event):
    """Mark the answer to a ``++unique++`` address as cacheable: another version has another address."""
    response = event.request.response
    if IUniqueResourceRequest.providedBy(event.request) and response.getStatus() == 200:
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable")
