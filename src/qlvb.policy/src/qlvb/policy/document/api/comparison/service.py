"""``GET @comparison?file=…&from=1&to=2``: the text of two versions of a file, paragraph by paragraph."""

from dataclasses import asdict
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.files.api.files.service import unknown_path
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.document import comparison


class ComparisonGet(AnsweringService):
    """How many paragraphs were ``changed``, ``added``, ``removed``; ``items``: ``kind`` (same, changed, added, removed)
    and the pieces of both sides, ``changed`` where the other side has them not.

    400 names the parameter that is wrong, or says that a version holds no text; 404 the file or version is unknown.
    """

    def answer(self):
        old, new = self.version("from"), self.version("to")
        try:
            rows = comparison.of_versions(old, new)
        except comparison.Unreadable as error:
            raise Refused(Violation("file", "no_text", comparison.NO_TEXT)) from error
        changed, added, removed = comparison.counts(rows)
        return {
            "@id": f"{self.context.absolute_url()}/@comparison",
            "file": self.file.id,
            "from": old.number,
            "to": new.number,
            "changed": changed,
            "added": added,
            "removed": removed,
            "items": [asdict(row) for row in rows],
        }

    @property
    def file(self):
        """The file that is asked for. :raises Refused: 404."""
        found = IFileStore(self.context).get(str(self.request.form.get("file", "")))
        if found is None:
            raise unknown_path()
        return found

    def version(self, name):
        """The FileVersion of a parameter. :raises Refused: 400 no number; 404 the file has no such version."""
        number = str(self.request.form.get(name, ""))
        if not (number.isascii() and number.isdigit()):
            message = _("violation_version_number", default="Hãy cho số của bản cần so sánh.")
            raise Refused(Violation(name, "wrong_type", message))
        found = self.file.version(int(number))
        if found is None:
            raise unknown_path()
        return found
