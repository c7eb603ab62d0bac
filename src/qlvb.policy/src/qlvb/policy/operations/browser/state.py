"""``@@system-state``: Tình trạng hệ thống."""

from functools import cached_property
from Products.Five.browser import BrowserView
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.policy.operations import words
from qlvb.policy.operations.backups import Backups
from qlvb.policy.operations.exchange import LIMIT
from qlvb.policy.operations.exchange import NEWEST
from qlvb.policy.operations.queues import GROUP_TITLES
from qlvb.policy.operations.state import LITTLE
from qlvb.policy.operations.state import system_state


class StateView(BrowserView):
    """Figures in words; what is not known is said to be unknown."""

    shell_section = "administration"
    newest = NEWEST

    @cached_property
    def state(self):
        return system_state()

    @property
    def times(self):
        """dict count, middle, most, late, tone."""
        times = self.state.times
        tone = "neutral" if times.most is None else "bad" if times.most > LIMIT else "good"
        return {
            "count": times.count,
            "middle": words.seconds(times.middle),
            "most": words.seconds(times.most),
            "late": times.late,
            "tone": tone,
        }

    @property
    def lines(self):
        """list of dict title, waiting, late (how long the oldest is due), failed, url."""
        return [
            {
                "title": GROUP_TITLES[line.group],
                "waiting": line.waiting,
                "due": show_moment(line.due),
                "stuck": line.due is not None and (clock.now() - line.due).total_seconds() > 60,
                "failed": line.failed,
                "url": f"{self.context.absolute_url()}/@@failed-jobs?group={line.group}",
            }
            for line in self.state.lines
        ]

    @property
    def works(self):
        """list of dict title, when, error."""
        return [
            {
                "title": work.title,
                "when": show_moment(last.started) if last is not None else "",
                "error": last.error if last is not None else "",
            }
            for _name, work, last in self.state.works
        ]

    @property
    def backups(self):
        """list of dict when, good, place, size, note."""
        return [
            {
                "when": show_moment(one.when),
                "good": one.good,
                "place": one.place,
                "size": words.size(one.size),
                "note": one.note,
            }
            for one in Backups().newest()
        ]

    @property
    def room(self):
        """dict total, free, share, little; None where nothing is known."""
        room = self.state.room
        if room is None:
            return None
        little = room.share < LITTLE
        shown = (words.size(room.total), words.size(room.free), words.share(room.share), little)
        return dict(zip(("total", "free", "share", "little"), shown, strict=True))
