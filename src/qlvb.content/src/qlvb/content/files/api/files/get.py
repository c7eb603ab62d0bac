"""Reading: GET ``@files``, ``@files/<id>``, ``@files/<id>/versions``, ``@files/<id>/content``."""

from qlvb.content.files.api.files.service import FilesService
from qlvb.content.files.api.files.service import unknown_path
from qlvb.content.files.serving import PARTS
from qlvb.content.files.serving import find_version
from qlvb.content.files.serving import serve
from qlvb.content.files.summary import file_summary
from qlvb.content.files.summary import version_summary
from qlvb.content.integrity.damage import damaged_versions


class FilesGet(FilesService):
    """The files, one file or its ``versions`` as JSON; ``content``: the bytes (``?version=2``, ``?rendition=pdf``)."""

    def answer(self):
        url, damaged = self.context.absolute_url(), damaged_versions(self.context)
        if not self.path:
            items = [file_summary(url, stored, damaged) for stored in self.store.files()]
            return {"@id": f"{url}/@files", "items": items}
        stored = self.stored()
        if len(self.path) == 1:
            return file_summary(url, stored, damaged)
        if self.path[1:] == ("content",):
            return self.send(self._content(stored))
        if self.path[1:] != ("versions",):
            raise unknown_path()
        return {
            "@id": f"{url}/@files/{stored.id}/versions",
            "items": [version_summary(url, stored, version, damaged) for version in stored.versions()],
        }

    def _content(self, stored):
        version = find_version(stored, self.request.form.get("version", "current"))
        part = self.request.form.get("rendition", "")
        if version is None or part not in PARTS or PARTS[part](version) is None:
            raise unknown_path()
        return serve(self.context, stored, version, self.request, part)
