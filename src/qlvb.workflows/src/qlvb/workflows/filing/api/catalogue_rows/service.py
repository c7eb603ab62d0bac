"""``@catalogue-rows`` of a dossier catalogue: its rows and versions; rows tried, rows put in place."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.lines import NAMES
from qlvb.content.files.requests import sent_upload
from qlvb.content.violations import Refused
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import refuse
from qlvb.workflows.filing.catalogue_files import lines_of
from qlvb.workflows.filing.catalogue_files import read_file
from qlvb.workflows.filing.catalogue_rows import tried


class RowsGet(FilingService):
    """``rows``: the lines as the decree prints them (dicts; a heading has no ``code``), and the versions since the
    approval, each with what it changed.
    """

    def answer(self):
        rows = ICatalogueRows(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@catalogue-rows",
            "version": rows.number,
            "mark": rows.mark,
            "rows": [dict(zip(NAMES, line, strict=True)) for line in lines_of(self.context, more=True)],
            "versions": [
                {
                    "number": one.number,
                    "by": one.by,
                    "when": one.when.isoformat(),
                    "reason": one.reason,
                    "changes": [change_json(change) for change in one.changes],
                }
                for one in rows.versions()
            ],
        }


class RowsPost(RowsGet):
    """A trial: ``{"filename", "data" (base64)}`` (xlsx or docx) or ``{"rows": [...]}``; 200 with what would change, 400
    with every mistake, its field "<line>.<column>". Nothing is stored.
    """

    def answer(self):
        trial = tried(self.context, self.lines(self.body()))
        if trial.violations:
            raise Refused(list(trial.violations), 400)
        return {"entries": len(trial.entries), "changes": [change_json(change) for change in trial.changes]}

    def lines(self, body):
        """The lines sent. :raises Refused: 400 there are none."""
        if "data" in body:
            upload = sent_upload(self.request, "annex")
            return read_file(upload.filename, upload.stream)
        rows = body.get("rows")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            refuse("rows", "wrong_shape", _("violation_rows_shape", default="Các dòng không đúng dạng."), 400)
        return [tuple(str(row.get(name) or "") for name in NAMES) for row in rows]


class RowsPut(RowsPost):
    """The same body with ``reason`` (demanded once the catalogue is approved) and what was seen, ``mark`` or
    ``version``: the rows take the place of the present ones; 409 when they are others by now.
    """

    def answer(self):
        body, by = self.body(), getSecurityManager().getUser().getId()
        trial = tried(self.context, self.lines(body))
        if trial.violations:
            raise Refused(list(trial.violations), 400)
        seen = body.get("mark") or body.get("version")
        ICatalogueRows(self.context).change(
            trial.headings,
            trial.entries,
            by,
            str(body.get("reason") or ""),
            seen if isinstance(seen, int | str) else None,
        )
        return RowsGet.answer(self)


def change_json(change):
    """dict of an EntryChange."""
    return {"kind": change.kind, "code": change.code, "title": change.title, "fields": list(change.fields)}
