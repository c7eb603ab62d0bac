"""``GET @draft-text``."""

from plone.restapi.services import Service
from qlvb.content.organisation.people import name_of
from qlvb.workflows.editing.interfaces import IDraftText


class DraftTextGet(Service):
    """Paragraphs of the newest version of a draft's docx, as the act ``edit_text`` takes them, and remarks; ``version``
    is null when the main file is no docx.
    """

    def reply(self):
        text = IDraftText(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@draft-text",
            "version": text.version.number if text.version is not None else None,
            "items": [
                {"paragraph": line.number, "text": line.text, "in_table": line.in_table, "fixed": line.fixed}
                for line in text.lines()
            ],
            "remarks": [
                {
                    "by": {"id": one.by, "name": name_of(one.by)},
                    "when": one.when.isoformat(),
                    "text": one.text,
                    "version": one.version,
                    "paragraph": one.paragraph or None,
                }
                for one in text.remarks()
            ],
        }
