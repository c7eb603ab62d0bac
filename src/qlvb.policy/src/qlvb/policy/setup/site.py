"""Creating a site."""

from Products.CMFPlone.factory import addPloneSite
from qlvb.policy.setup.layers import mark_layers
from zope.component.hooks import setSite


def create_site(app, site_id, title):
    """Add a Plone site with QLVB to the Zope root and return it; the caller commits.

    Needs a request (``zope.globalrequest``) and a user with the role Manager.
    """
    site = addPloneSite(
        app,
        site_id,
        title=title,
        distribution_name="classic",
        default_language="vi",
        portal_timezone="Asia/Ho_Chi_Minh",
        setup_content=False,
    )
    setSite(site)
    site.portal_setup.runAllImportStepsFromProfile("profile-qlvb.policy:default")
    mark_layers(site, app.REQUEST)
    # Plone's plugin learns new roles when a page first asks for them: a write on reading, to be confirmed.
    site.acl_users.portal_role_manager.updateRolesList()
    return site
