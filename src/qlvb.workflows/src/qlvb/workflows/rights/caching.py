"""borg.localrole keeps its answers on the request; a grant made in a request must count in the same request."""

from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


_PREFIX = "borg.localrole.workspace.checkLocalRolesAllowed"


def forget_roles():
    """Forget the local roles remembered on the current request."""
    annotations = IAnnotations(getRequest(), None)
    if annotations is None:
        return
    for key in [key for key in annotations if key.startswith(_PREFIX)]:
        del annotations[key]
