"""``@integrity`` of the site or of an agency; ``@restore-file``: the right bytes of a damaged file."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.files.requests import sent_upload
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.integrity.looking import restore
from qlvb.workflows.integrity.state import state_of_integrity


class IntegrityGet(PathService):
    """The last checkpoint, sample, full pass and comparison of journals, the open damages; of an agency its own."""

    def answer(self):
        state = state_of_integrity(self.context.getId() if IAgency.providedBy(self.context) else None)
        checkpoint = state.checkpoint and {**state.checkpoint, "time": state.checkpoint["time"].isoformat()}
        return {
            "@id": f"{self.context.absolute_url()}/@integrity",
            "checkpoint": checkpoint,
            "sample": run_json(state.sample),
            "full": run_json(state.full),
            "last_full": run_json(state.last_full),
            "items": [damage_json(damage) for damage in state.damages],
            "hidden": state.hidden,
            "journals": journals_json(state),
        }


class RestorePost(PathService):
    """``@restore-file/<UID of the record>/<id of the file>/<version>``: the file as for ``@files`` (JSON or multipart).
    Only the bytes that the journal remembers are taken: 400 others, 404 nothing is damaged there.
    """

    def answer(self):
        if len(self.path) != 3 or not (self.path[2].isascii() and self.path[2].isdecimal() and len(self.path[2]) < 9):
            message = _("violation_restore_path", default="Địa chỉ phải nêu bản ghi, tệp và số bản.")
            raise Refused(Violation("", "path_unknown", message), 404)
        uid, file_id, number = self.path
        upload = sent_upload(self.request, "original")
        restore(api.portal.get(), uid, file_id, int(number), upload.stream, getSecurityManager().getUser().getId())
        return self.reply_no_content()


def journals_json(state):
    """dict of the last comparison of journals and checkpoints, None before the first."""
    if state.proof is None:
        return None
    return {
        "time": state.proof.when.isoformat(),
        "entries": state.proof.entries,
        "problems": state.proof.count,
        "items": [{"@id": one.record.absolute_url(), "entries": one.entries} for one in state.altered],
        "hidden": state.altered_hidden,
    }


def run_json(run):
    """dict of a run, None for none."""
    return run and {**run, **{name: run[name].isoformat() if run[name] else None for name in ("started", "ended")}}


def damage_json(damage):
    """dict of a Damage."""
    return {
        "record": damage.uid,
        "@id": damage.record.absolute_url() if damage.record is not None else None,
        "file": damage.file,
        "version": damage.version,
        "filename": damage.filename,
        "fault": damage.fault,
        "since": damage.since.isoformat(),
        "expected": damage.expected,
    }
