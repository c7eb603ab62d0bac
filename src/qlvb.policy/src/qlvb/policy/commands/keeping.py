"""A process that is started again when it ends by itself. Imports nothing heavy, as ``start`` does."""

import subprocess
import time


#: Seconds until it is started again, the first time and at most.
SHORTEST, LONGEST = 1, 60
#: Who has run this long (seconds) was well: the next pause is short again.
WELL = 300


class Kept:
    """``command`` (list of str) as a process; ``clock()`` gives seconds.

    The pauses grow while it ends soon after its start, so that what cannot run does not take all of the processor.
    """

    def __init__(self, command, clock=time.monotonic):
        self.command, self.clock = command, clock
        self.pause, self.due = SHORTEST, None
        self._start()

    def _start(self):
        self.process = subprocess.Popen(self.command)
        self.started, self.due = self.clock(), None

    def tend(self):
        """Look after it; what has to be said about it: str, or None."""
        if self.process.poll() is None:
            return None
        if self.due is None:
            if self.clock() - self.started >= WELL:
                self.pause = SHORTEST
            self.due, waits = self.clock() + self.pause, self.pause
            self.pause = min(self.pause * 2, LONGEST)
            return f"It ended with status {self.process.returncode} and is started again in {waits} s."
        if self.clock() >= self.due:
            self._start()
        return None
