"""``GET @system-state``."""

from qlvb.content.answering import AnsweringService
from qlvb.policy.operations.api.backups.service import backup_json
from qlvb.policy.operations.exchange import LIMIT
from qlvb.policy.operations.state import system_state
from zope.i18n import translate


class StateGet(AnsweringService):
    """Sending times (seconds), queues, periodic work, the last good backup, room of the disk (bytes)."""

    def answer(self):
        state = system_state()
        times, room = state.times, state.room
        return {
            "@id": f"{self.context.absolute_url()}/@system-state",
            "worker": state.worker,
            "exchange": {
                "limit": LIMIT,
                "count": times.count,
                "median": times.middle,
                "most": times.most,
                "late": times.late,
            },
            "queues": [
                {
                    "group": line.group,
                    "waiting": line.waiting,
                    "due": line.due.isoformat() if line.due else None,
                    "failed": line.failed,
                }
                for line in state.lines
            ],
            "works": [self._work(*work) for work in state.works],
            "backup": backup_json(state.backup) if state.backup else None,
            "room": {"total": room.total, "free": room.free} if room else None,
        }

    def _work(self, name, work, last):
        started = last.started.isoformat() if last is not None and last.started else None
        error = last.error if last is not None else ""
        return {"name": name, "title": translate(work.title, context=self.request), "last": started, "error": error}
