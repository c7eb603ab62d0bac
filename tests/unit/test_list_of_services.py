"""docs/rest/services.rst says what the ZCML says."""

from documentation.recorder import PAGES
from documentation.registrations import permission_titles
from documentation.registrations import registrations


HEADER = """\
Services and their permissions
==============================

Written by ``tests/unit/test_list_of_services.py`` from the registrations in ZCML. Whoever lacks the permission on the object is
answered with 401 (not signed in) or 403.

"""


def lines():
    titles = permission_titles()
    services = [found for found in registrations() if found.kind == "service"]
    for found in sorted(services, key=lambda found: (found.name, found.context.rpartition(".")[2], found.method)):
        context = found.context.rpartition(".")[2].removeprefix("I")
        yield f"``{found.method} {found.name or '(the object itself)'}`` of {context}"
        yield f"    {found.summary}"
        yield ""
        yield f"    Permission: *{titles[found.permission]}*"
        yield ""


def test_the_list_is_what_is_registered():
    page = PAGES / "services.rst"
    written = page.read_text() if page.exists() else ""
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(HEADER + "\n".join(lines()))
    assert page.read_text() == written, f"{page.name} was out of date and has been written anew: look at it and commit it"
