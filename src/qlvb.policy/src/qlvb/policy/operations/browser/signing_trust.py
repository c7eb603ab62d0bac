"""``@@signing-trust``: Ký số, where keys come from, which certificates are trusted, who stamps the time."""

import os
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.operations.browser.parts import PartsPage
from qlvb.workflows.signing.certificates import description
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.keyring import key_directory
from zope.component import getUtility


TITLES = {
    "providers": _("signing_trust_providers", default="Nhà cung cấp"),
    "roots": _("signing_trust_roots", default="Chứng thư tin cậy"),
    "tsa": _("signing_trust_tsa", default="Dấu thời gian (TSA)"),
}


class SigningTrust(PartsPage):
    """Read only: keys, trusted certificates and the address of the time-stamping authority are set on the server."""

    titles = TITLES

    @property
    def has_keys(self):
        """bool: the server knows a store of keys, and it is there."""
        directory = key_directory()
        return directory is not None and directory.is_dir()

    @property
    def seals(self):
        """The certificate of each agency's seal: list of dict agency and what :meth:`_shown` says, or only agency."""
        ring = getUtility(IKeyRing)
        found = []
        for agency in getUtility(IDirectory).agencies():
            said = ring.describe(agency_id=agency.id)
            found.append({"agency": agency.title, "certificate": _shown(said) if said else None})
        return found

    @property
    def roots(self):
        """list of dict, see :func:`_shown`."""
        return [_shown(description(one)) for one in getUtility(IKeyRing).trust_roots()]

    @property
    def stamping(self):
        """Address of the time-stamping authority, "" for none."""
        return os.environ.get("QLVB_TSA_URL", "")


def _shown(said):
    """dict holder, issuer, serial, valid_from, valid_to (str) and expired, of a description of a certificate."""
    return {
        "holder": said["subject"] or said["holder"],
        "issuer": said["issuer"],
        "serial": said["serial"],
        "valid_from": show_moment(said["valid_from"]),
        "valid_to": show_moment(said["valid_to"]),
        "expired": said["expired"],
    }
