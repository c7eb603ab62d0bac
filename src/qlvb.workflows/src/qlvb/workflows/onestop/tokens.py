"""Tokens for the accounts of one-stop systems: the grant "client credentials" of OAuth 2 (RFC 6749 4.4), which oauthlib
speaks; the token is one of the site, as people get by ``@login``, and ends soon.
"""

import base64
import binascii
from collections import namedtuple
from oauthlib.oauth2 import BackendApplicationServer
from oauthlib.oauth2 import OAuth2Error
from oauthlib.oauth2 import RequestValidator
from plone import api
from qlvb.workflows.onestop.line import EVENTS


#: Seconds for which a token is good.
LIFETIME = 30 * 60
SCOPE = "onestop"
Client = namedtuple("Client", "client_id")


class Clients(RequestValidator):
    """Who may have a token: the account of a link that is not removed, with one of its keys."""

    def authenticate_client(self, request, *_arguments, **_more):
        """See RequestValidator: by the header (``Basic``) or the body."""
        sent = (request.client_id, request.client_secret)
        name, secret = _of_header(request.headers.get("Authorization", "")) or sent
        link = next((one for one in EVENTS.links() if name and one.settings["account"] == name), None)
        if link is None or link.removed or not link.keys.fits(secret or ""):
            return False
        request.client = Client(name)
        return True

    def validate_grant_type(self, client_id, grant_type, client, request, *_arguments, **_more):
        return grant_type == "client_credentials"

    def get_default_scopes(self, client_id, request, *_arguments, **_more):
        return [SCOPE]

    def validate_scopes(self, client_id, scopes, client, request, *_arguments, **_more):
        return set(scopes) <= {SCOPE}

    def save_bearer_token(self, token, request, *_arguments, **_more):
        """It is signed by the site and need not be kept."""


def _of_header(header):
    """(name, secret) of a header ``Basic``, None for another."""
    scheme, _blank, coded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _colon, secret = base64.b64decode(coded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return name, secret


def answer_to(uri, body, headers):
    """(headers, body, status) of the answer to a request for a token; ``body``: the form as text."""
    server = BackendApplicationServer(
        Clients(), token_generator=lambda request: site_token(request.client.client_id), token_expires_in=LIFETIME
    )
    try:
        return server.create_token_response(uri, "POST", body, headers)
    except OAuth2Error as error:  # it answers most errors itself, not that something stands in the address
        return error.headers, error.json, error.status_code


def site_token(userid):
    """str: a token by which the site knows the account."""
    return api.portal.get().acl_users.jwt_auth.create_token(userid, timeout=LIFETIME, data={"onestop": True})
