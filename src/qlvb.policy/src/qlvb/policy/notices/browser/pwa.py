"""The application on a phone: its manifest, its service worker, and the page shown without a network. None of them
holds anything private: browsers fetch them whoever is signed in, or nobody.
"""

from importlib.resources import files
import json
from plone import api
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.policy.shell.static_version import VERSION
from urllib.parse import urlsplit
from zope.i18n import translate


BLUE = "#1a5fb4"
PAGE = "#f5f6f8"
#: What the offline page needs.
KEPT = ("qlvb.css", "controls.css", "qlvb.svg")


class _Public(BrowserView):
    content_type = ""

    def answer(self, text, cache="no-cache"):
        response = self.request.response
        response.setHeader("Content-Type", self.content_type)
        response.setHeader("Cache-Control", cache)
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("X-Theme-Disabled", "1")
        return text

    @property
    def site(self):
        return api.portal.get().absolute_url()

    @property
    def scope(self):
        """Path of the site, whose home page has no slash at its end: "/qlvb", or "/" where the site is the host."""
        return urlsplit(self.site).path or "/"

    @property
    def static(self):
        return f"{self.site}/++plone++qlvb.policy/++unique++{VERSION}"

    def said(self, message):
        return translate(message, context=self.request)


class Manifest(_Public):
    """``@@qlvb.webmanifest`` (W3C Web Application Manifest)."""

    content_type = "application/manifest+json; charset=utf-8"

    def __call__(self):
        def image(name, size, purpose):
            return {"src": f"{self.static}/icons/{name}", "sizes": size, "type": "image/png", "purpose": purpose}

        manifest = {
            "id": f"{self.site}/",
            "name": self.said(_("pwa_name", default="QLVB: quản lý văn bản và hồ sơ công việc")),
            "short_name": "QLVB",
            "lang": "vi",
            "start_url": f"{self.site}/",
            "scope": self.scope,
            "display": "standalone",
            "background_color": PAGE,
            "theme_color": BLUE,
            "icons": [
                image("qlvb-192.png", "192x192", "any"),
                image("qlvb-512.png", "512x512", "any"),
                image("qlvb-maskable-512.png", "512x512", "maskable"),
            ],
            "shortcuts": [
                {"name": self.said(_("shell_todo_short", default="Cần xử lý")), "url": f"{self.site}/@@todo"},
                {"name": self.said(_("notices_title", default="Thông báo")), "url": f"{self.site}/@@notices"},
            ],
        }
        return self.answer(json.dumps(manifest))


class ServiceWorker(_Public):
    """``@@service-worker.js``: it lies at the site's address and is allowed the whole site as scope."""

    content_type = "text/javascript; charset=utf-8"

    def __call__(self):
        settings = {
            "cache": f"qlvb-{VERSION}",
            "offline": f"{self.site}/@@offline",
            "static": f"{self.static}/",
            "kept": [f"{self.static}/{name}" for name in KEPT],
            "icon": f"{self.static}/icons/qlvb-192.png",
            "site": f"{self.site}/",
        }
        self.request.response.setHeader("Service-Worker-Allowed", self.scope)
        source = files("qlvb.policy.notices").joinpath("service_worker.js").read_text("utf-8")
        return self.answer(f"const SETTINGS = {json.dumps(settings)};\n{source}")


class Offline(_Public):
    """``@@offline``: kept on the device for when there is no network."""

    def __call__(self):
        self.request.response.setHeader("X-Theme-Disabled", "1")
        return self.index()
