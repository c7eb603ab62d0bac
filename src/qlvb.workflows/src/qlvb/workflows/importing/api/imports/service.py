"""``@import`` of an agency."""

from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.importing.runs import ImportRuns
from zope.i18n import translate


class _Imports(PathService):
    @property
    def runs(self):
        return ImportRuns(self.userid)

    @property
    def run(self):
        """The ImportRun named in the address. :raises Refused: 404."""
        return self.runs.get(self.only_name, self.context.getId())

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@import"

    def as_json(self, run, with_problems=True):
        """dict of JSON values."""
        job = self.runs.job(run)
        state = self.runs.state(run)
        found = {
            "@id": f"{self.address}/{run.id}",
            "id": run.id,
            "file": run.filename,
            "dry_run": run.only_check,
            "state": state,
            "progress": self.runs.progress(run),
            "total": run.total,
            **dict(run.counts),
            "error": translate(job.error, context=self.request) if job is not None and state != "done" else "",
            "created": run.created.isoformat(),
            "finished": run.finished.isoformat() if run.finished else None,
        }
        if with_problems:
            found["problem_items"] = [
                {**problem, "message": translate(problem["message"], context=self.request)} for problem in run.problems
            ]
        return found


class ImportPost(_Imports):
    """Bring documents of past years in: a form (multipart) with ``file`` (the spreadsheet), ``files`` (what its rows
    name, repeated) and ``dry_run`` (1: only check). The worker does it; 202 with the run.

    Rows that break a rule are refused and named, the others are imported; what was imported before is known by its
    key. Rows that name another agency are refused. With ``Idempotency-Key`` a repeated request gives the first run.
    """

    def answer(self):
        form = self.request.form
        files = form.get("files") or []
        files = files if isinstance(files, list) else [files]
        strangers = [one for one in [form.get("file"), *files] if one is not None and not hasattr(one, "read")]
        if strangers:
            text = _("violation_import_upload", default="“file” và “files” phải là tệp tải lên (multipart/form-data).")
            raise Refused(Violation("file", "no_upload", text))
        only_check = str(form.get("dry_run", "")).lower() in ("1", "true", "yes", "on")
        run, new = self.runs.ask(self.context.getId(), form.get("file"), files, only_check, self.key or "")
        self.request.response.setStatus(202 if new else 200)
        result = self.as_json(run)
        self.request.response.setHeader("Location", result["@id"])
        return result


class ImportGet(_Imports):
    """The imports that the person has asked for, the newest first; ``@import/<id>`` one of them, with its problems."""

    def answer(self):
        if self.path:
            return self.as_json(self.run)
        items = [self.as_json(run, with_problems=False) for run in self.runs.of(self.context.getId())]
        return {"@id": self.address, "items": items, "items_total": len(items)}


class ImportDelete(_Imports):
    """Forgets an import that has ended; what it brought in stays."""

    def answer(self):
        self.runs.remove(self.run)
        return self.reply_no_content()
