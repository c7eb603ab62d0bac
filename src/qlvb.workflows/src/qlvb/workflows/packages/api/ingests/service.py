"""Taking SIPs in over REST."""

from qlvb.content.answering import PathService
from qlvb.content.index.progress import percent
from qlvb.content.lookup import visible_record
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.answers import findings_json
from qlvb.workflows.packages.ingesting.runs import Ingests
from zope.i18n import translate


def ingest_json(agency, run, request, with_findings=True):
    """dict of an Ingest."""
    ingests = Ingests(current())
    state, job = ingests.state(run), ingests.job(run)
    dossier = visible_record(run.dossier)
    found = {
        "@id": f"{agency.absolute_url()}/@package-ingests/{run.id}",
        "id": run.id,
        "file": run.filename,
        "dry_run": run.only_check,
        "historical": run.historical,
        "state": state,
        "progress": 100 if run.finished else percent(f"ingest {run.id}"),
        "object_id": run.object_id,
        "documents": run.documents,
        "dossier": dossier.absolute_url() if dossier is not None else None,
        "error": translate(job.error, context=request) if job is not None and run.finished is None else "",
        "created": run.created.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
        "takeable": run.takeable,
        "findings_total": len(run.findings),
    }
    if with_findings:
        found["findings"] = findings_json(run.findings, request)
    return found


class _Ingests(PathService):
    @property
    def ingests(self):
        return Ingests(current())

    @property
    def run(self):
        """The Ingest named in the address. :raises Refused: 404."""
        return self.ingests.get(self.only_name, self.context.getId())


class IngestsPost(_Ingests):
    """Send a SIP: a form (multipart) with ``file`` (the ZIP), ``dry_run`` (1: only check) and ``historical`` (1: into
    the historical archive, permanent dossiers only). The worker does it; 202 with the run. Every fault is named
    and nothing is made of a faulty package; what has no place here is named, too, and kept. With ``Idempotency-Key`` a
    repeated request gives the first run. ``@package-ingests/<id>`` takes in what a ``dry_run`` found good, without its
    being sent again (``takeable``); it is checked once more.
    """

    def answer(self):
        form = self.request.form
        if self.path:
            run = self.run
            self.ingests.take(run)
            self.request.response.setStatus(202)
            return ingest_json(self.context, run, self.request)
        run, new = self.ingests.ask(
            self.context.getId(), form.get("file"), said(form, "dry_run"), said(form, "historical"), self.key or ""
        )
        self.request.response.setStatus(202 if new else 200)
        result = ingest_json(self.context, run, self.request)
        self.request.response.setHeader("Location", result["@id"])
        return result


class IngestsGet(_Ingests):
    """The SIPs that the person has sent, the newest first; ``@package-ingests/<id>`` one of them, with all findings."""

    def answer(self):
        if self.path:
            return ingest_json(self.context, self.run, self.request)
        items = [
            ingest_json(self.context, run, self.request, with_findings=False)
            for run in self.ingests.of(self.context.getId())
        ]
        return {"@id": f"{self.context.absolute_url()}/@package-ingests", "items": items, "items_total": len(items)}


class IngestsDelete(_Ingests):
    """Forget an ingest that has ended; what it made stays; 204."""

    def answer(self):
        self.ingests.remove(self.run)
        return self.reply_no_content()


def said(form, name):
    """bool: the form says yes."""
    return str(form.get(name, "")).lower() in ("1", "true", "yes", "on")
