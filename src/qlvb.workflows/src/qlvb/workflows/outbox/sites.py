"""The sites of the database, one after another, as the worker sees them."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from contextlib import contextmanager
from plone.browserlayer.utils import registered_layers
from Testing.makerequest import makerequest
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import Zope2


@contextmanager
def opened(site_id=""):
    """``with opened() as sites: for site in sites: …``: the site, or every site of the database, each current, with a
    request and the system user, while it is handed out. What is not committed in the end is dropped.
    """
    app = makerequest(Zope2.app())
    try:
        setRequest(app.REQUEST)
        newSecurityManager(None, system)
        yield _each(app, site_id)
    finally:
        transaction.abort()
        setSite(None)
        noSecurityManager()
        clearRequest()
        app._p_jar.close()


def _each(app, site_id):
    for site in app.objectValues("Plone Site"):
        if site_id in ("", site.getId()):
            setSite(site)
            alsoProvides(app.REQUEST, *registered_layers())
            yield site
