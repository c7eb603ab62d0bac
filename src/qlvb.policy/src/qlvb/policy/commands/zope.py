"""Opening the Zope application of an instance from a command."""

from AccessControl.SecurityManagement import newSecurityManager
from contextlib import ExitStack
from contextlib import contextmanager
import gc
import logging
from qlvb.policy.commands.places import prepared_conf
from qlvb.policy.setup.layers import mark_layers
import sys
from Testing.makerequest import makerequest
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
import Zope2


#: Loggers whose warnings say nothing to whoever runs a command: a new site redefines its mime types and import steps.
CHATTY = ("Products.MimetypesRegistry.MimeTypesRegistry", "GenericSetup")


@contextmanager
def loading():
    """While code and configuration are read in: a million objects that stay as long as the process. The garbage
    collector would look through them again and again, now and whenever a command has read some thousands of records.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def start_zope():
    """Configure Zope from zope.conf and start it (once per process)."""
    with loading():
        from Zope2.Startup.run import configure_wsgi

        for name in CHATTY:
            logging.getLogger(name).setLevel(logging.ERROR)
        configure_wsgi(str(prepared_conf()))
        Zope2.startup_wsgi()


@contextmanager
def application(site_id=None):
    """The Zope root inside a request, as the system user, the site set if ``site_id`` is given and exists.

    Nothing is committed; an open transaction is aborted at the end.
    """
    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    newSecurityManager(None, system_user(app))
    site = app.get(site_id) if site_id else None
    if site is not None:
        setSite(site)
        mark_layers(site, app.REQUEST)
    try:
        yield app
    finally:
        transaction.abort()
        setSite(None)
        clearRequest()
        app._p_jar.close()


@contextmanager
def opened_site(site_id, status=1):
    """Start Zope and be inside :func:`application` of this site; its object.

    :raises SystemExit: with ``status``, there is no such site.
    """
    start_zope()
    with application(site_id) as app:
        if site_id not in app.objectIds():
            print(f"There is no site {site_id}.", file=sys.stderr)
            sys.exit(status)
        yield app[site_id]


def stay_inside(site_id):
    """Start Zope and be inside :func:`application` for the rest of this process: it works for another one."""
    start_zope()
    _of_process.enter_context(application(site_id))


_of_process = ExitStack()


def system_user(app):
    """The root user ``admin`` if there is one, else the system."""
    from AccessControl.SpecialUsers import system

    user = app.acl_users.getUserById("admin")
    return user.__of__(app.acl_users) if user is not None else system

