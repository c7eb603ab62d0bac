"""``@@search``, the address of Plone's own search page: whoever has it bookmarked finds the search of the site."""

from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import urlencode


class PloneSearch(BrowserView):
    """Sends on to ``@@qlvb-search`` with the words that were asked for."""

    def __call__(self):
        asked = self.request.form.get("SearchableText", "")
        query = f"?{urlencode({'q': asked})}" if isinstance(asked, str) and asked else ""
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@qlvb-search{query}")
