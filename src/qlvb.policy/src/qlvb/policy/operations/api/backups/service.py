"""``GET @backups``, ``POST @backups``."""

from datetime import datetime
from qlvb.content.answering import AnsweringService
from qlvb.content.violations import Refused
from qlvb.content.violations import unknown_fields
from qlvb.policy.operations.backups import Backups


FIELDS = ("place", "good", "size", "note", "when")


class BackupsGet(AnsweringService):
    """What was told of backups, the newest first, 100 at most."""

    def answer(self):
        items = [backup_json(one) for one in Backups().newest(100)]
        return {"@id": f"{self.context.absolute_url()}/@backups", "items": items}


class BackupsPost(AnsweringService):
    """Tell of a backup that was made: ``place``, and if wanted ``good`` (false: it failed), ``size`` (bytes), ``note``,
    ``when`` (ISO 8601 with time zone, now when left out). 201.
    """

    def answer(self):
        sent = self.body()
        if unknown := unknown_fields(sent, FIELDS):
            raise Refused(unknown)
        if sent.get("when") is not None:
            sent["when"] = _moment(sent["when"])
        backup = Backups().note(self.userid, **sent)
        self.request.response.setStatus(201)
        return backup_json(backup)


def backup_json(backup):
    """dict of a Backup."""
    return {
        "when": backup.when.isoformat(),
        "good": backup.good,
        "place": backup.place,
        "size": backup.size,
        "note": backup.note,
        "by": backup.by,
    }


def _moment(value):
    """The moment, or what was sent where it is none (the rule says what is wrong)."""
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value
