"""The version of a draft that another agency asks about, as a file of the request."""

from functools import cached_property
from qlvb.policy.document.browser.filelist import PDF
from qlvb.policy.document.browser.filelist import FileList
from qlvb.workflows.consultation.browser.request import asked_version


class AskedFiles(FileList):
    """What ``@@asked-draft`` of the request serves; nothing once the request has ended."""

    @cached_property
    def files(self):
        """list of dict: see FileList."""
        found = asked_version(self.record)
        return [{**self.describe(found[1], [found[2]]), "comparison": ""}] if found is not None else []

    @property
    def first(self):
        return self.files[0]["current"] if self.files else None

    def address(self, item, version):
        return f"{self.url}/@@asked-draft"

    def shown(self, version, address):
        return address if version.mimetype == PDF else f"{address}/pdf"
