"""Everything that can be asked for over the web says who may ask."""

from documentation.registrations import permission_titles
from documentation.registrations import registrations
import pytest


#: Name of a page that everybody may ask for -> why.
PUBLIC = {
    "qlvb.webmanifest": "browsers fetch it without cookies; it names the site and its icons",
    "service-worker.js": "browsers fetch it whoever is signed in; it holds addresses of static files",
    "offline": "kept on devices for when there is no network; says nothing but that",
    "calendar-feed": "calendar programs cannot sign in; the token in the address is the secret, and can be revoked",
    "local-signing": "the service on a signer's machine has no session; the token in the address is short-lived and good once",
    "login": "people who are not signed in yet sign in here",
    "logged-out": "says good-bye to people who are not signed in any more",
    "qlvb-home": "the address of the site: sends whoever is not signed in to the sign-in page",
    "qlvb-switch-language": "the sign-in page offers the language; it sets a cookie and nothing else",
    "insufficient-privileges": "tells somebody that he may not",
    "index.html": "the page of an error, whoever meets it",
    "main_template": "the frame of every page, the sign-in page too; shows only what the person may see",
    "qlvb-shell": "the frame of every page, the sign-in page too; shows only what the person may see",
}
ALL = registrations()


def label(registration):
    return f"{registration.file.parts[-3]}-{registration.method}-{registration.name}"


def test_there_is_something_to_look_at():
    assert len([found for found in ALL if found.kind == "service"]) > 20
    assert len([found for found in ALL if found.kind == "page"]) > 20


@pytest.mark.parametrize("registration", ALL, ids=label)
def test_it_has_a_permission_of_its_own(registration):
    titles = permission_titles()
    assert registration.permission in titles, f"{registration.name} in {registration.file}"
    if registration.permission == "zope.Public":
        assert registration.kind == "page"
        assert PUBLIC.get(registration.name), f"no reason is given why everybody may ask for {registration.name}"


def test_no_reason_is_left_over():
    assert {found.name for found in ALL if found.permission == "zope.Public"} == set(PUBLIC)
