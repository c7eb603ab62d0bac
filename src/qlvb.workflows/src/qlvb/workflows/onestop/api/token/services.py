"""``POST @onestop-token``: a token for a key."""

import json
from qlvb.workflows.links.pace import keep_pace
from qlvb.workflows.onestop.api.service import OneStopService
from qlvb.workflows.onestop.tokens import answer_to
from urllib.parse import urlencode


#: Requests for tokens that one address may make in a minute: keys are not guessed.
MOST = 20
ASKED = ("grant_type", "client_id", "client_secret", "scope")


class TokenPost(OneStopService):
    """``grant_type=client_credentials`` as a form, the account and a key of it as ``Basic`` header or as ``client_id``
    and ``client_secret``: a token for half an hour (RFC 6749 4.4, errors by 5.2). Nothing of it in the address.
    """

    def keep_to_limits(self):
        keep_pace(self.request.response, MOST, "token", self.request.getClientAddr())

    def answer(self):
        form = self.request.form
        sent = urlencode({name: str(form[name]) for name in ASKED if name in form})
        uri = f"{self.context.absolute_url()}/@onestop-token"
        query = self.request.get("QUERY_STRING", "")
        headers, body, status = answer_to(
            f"{uri}?{query}" if query else uri, sent, {"Authorization": self.authorization()}
        )
        response = self.request.response
        for name, value in headers.items():
            response.setHeader(name, value)
        response.setStatus(status)
        return json.loads(body)

    def authorization(self):
        """str: the header as it came."""
        return self.request._auth or ""
