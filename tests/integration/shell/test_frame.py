"""The frame: on every page, in the person's language, with nothing from elsewhere."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import login
from plone.app.testing import logout
import pytest
from qlvb.content.interfaces import IQlvbLayer
import re
from zope.interface import alsoProvides


@pytest.fixture
def page(portal, http_request):
    alsoProvides(http_request, IQlvbLayer)

    def render(name, context=None):
        return api.content.get_view(name, context or portal, http_request)()

    return render


def test_plone_form_comes_in_the_frame(portal, page):
    login(portal.aq_parent, SITE_OWNER_NAME)
    html = page("overview-controlpanel")
    assert 'class="qlvb-top"' in html
    assert 'id="main"' in html
    assert 'id="edit-zone"' not in html


def test_frame_has_landmarks_and_skip_link(portal, page):
    login(portal, TEST_USER_NAME)
    html = page("personal-information")
    assert html.index('class="qlvb-skip" href="#main"') < html.index("<header")
    assert html.count("<main ") == 1
    assert 'role="status"' in html
    assert "CHỨC NĂNG" in html


def test_anonymous_sees_no_menu(portal, page):
    logout()
    html = page("contact-info")
    assert "CHỨC NĂNG" not in html
    assert "qlvb-menu" not in html


def test_no_other_host_is_named(portal, page):
    login(portal.aq_parent, SITE_OWNER_NAME)
    html = page("overview-controlpanel")
    hosts = set(re.findall(r'(?:src|href)="(https?://[^/"]+)', html))
    assert hosts <= {portal.absolute_url().removesuffix("/plone")}
