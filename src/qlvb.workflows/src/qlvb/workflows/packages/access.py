"""Who may have a dossier packed, and who may take a package home."""

from contextlib import contextmanager
from plone import api
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.filing.access import may
from qlvb.workflows.packages.contents import hidden_orders


#: Packages of the archive are the archivist's; the export of a dossier is its holder's too.
PACKAGE = "qlvb: Package dossier"
EXPORT = "qlvb: Export dossier"
#: States of a dossier that the archive has taken over.
IN_CUSTODY = ("archived", "historical")
INGEST = "qlvb: Ingest packages"
#: Documents of the agency that are in no dossier.
PACKAGE_DOCUMENTS = "qlvb: Package documents"
FORBIDDEN = _("violation_package_forbidden", default="Anh/chị không có quyền đóng gói hồ sơ này.")


@contextmanager
def acting_as(userid):
    """What is asked inside is asked with the rights of ``userid``. :raises Refused: 403 there is no such account."""
    if current() == userid:
        yield
        return
    if api.user.get(userid=userid) is None:
        raise Refused(Violation("dossier", "forbidden", FORBIDDEN), status=403)
    with api.env.adopt_user(username=userid):
        yield


def may_ask(dossier, kind):
    """bool: the current user may have such a package of the dossier made, and take it."""
    return may("View", dossier) and may(EXPORT if kind == "export" else PACKAGE, dossier)


def check_may_ask(dossier, kind):
    """:raises Refused: 403 not his to pack, or a document in it is not his to read."""
    if not may_ask(dossier, kind):
        raise Refused(Violation("dossier", "forbidden", FORBIDDEN), status=403)
    hidden = hidden_from_current(dossier)
    if hidden:
        text = _(
            "violation_package_hidden",
            default="Hồ sơ có văn bản anh/chị không được xem (số thứ tự ${orders}); gói sẽ làm lộ các văn bản đó.",
            mapping={"orders": ", ".join(map(str, hidden))},
        )
        raise Refused(Violation("documents", "document_hidden", text), status=403)


def hidden_from_current(dossier):
    """Order numbers of documents in the dossier that the current user may not pack: list of int."""
    in_custody = api.content.get_state(dossier) in IN_CUSTODY and may(PACKAGE, dossier)
    return hidden_orders(dossier, in_custody)


def current():
    """userid of who asks."""
    return api.user.get_current().getId()
