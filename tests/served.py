"""Sessions on the running test server, signed in as people of the story."""

from qlvb.policy.testing import PASSWORD
import requests


class Session(requests.Session):
    """A REST client of one person; addresses begin at the site unless they are whole."""

    def __init__(self, site_url, userid):
        super().__init__()
        self.site_url = site_url
        self.auth = (userid, PASSWORD)
        self.headers.update({"Accept": "application/json", "Accept-Language": "vi"})

    def request(self, method, url, **kwargs):
        address = url if url.startswith("http") else f"{self.site_url}/{url}"
        return super().request(method, address, **kwargs)
