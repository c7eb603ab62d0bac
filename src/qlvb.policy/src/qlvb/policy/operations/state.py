"""Everything that the system's administrator looks at first, read at one moment."""

from dataclasses import dataclass
import os
from qlvb.content import clock
from qlvb.policy.commands.places import var_directory
from qlvb.policy.operations import queues
from qlvb.policy.operations.backups import Backup
from qlvb.policy.operations.backups import Backups
from qlvb.policy.operations.backups import is_fresh
from qlvb.policy.operations.exchange import Times
from qlvb.policy.operations.exchange import exchange_times
from qlvb.workflows.outbox import periodic
from qlvb.workflows.outbox import wake
import shutil


#: Less free room than this share of the disk is a reason to act.
LITTLE = 0.10


@dataclass(frozen=True)
class Room:
    """Bytes of the disk with the data directory."""

    total: int
    free: int

    @property
    def share(self):
        """float: the free part."""
        return self.free / self.total if self.total else 0.0


@dataclass(frozen=True)
class SystemState:
    """``worker``: bool, it runs; ``lines``: list of queues.Line; ``works``: list of (name, IPeriodicWork, LastRun or
    None); ``backup``: the last good one or None, ``fresh`` whether it is young enough.
    """

    times: Times
    worker: bool
    lines: list
    works: list
    backup: Backup | None
    fresh: bool
    room: Room | None


def system_state():
    """The SystemState of now."""
    backup = Backups().last_good()
    return SystemState(
        times=exchange_times(),
        worker=wake.worker_running(),
        lines=queues.lines(),
        works=[(name, work, periodic.last_run(name)) for name, work in periodic.works()],
        backup=backup,
        fresh=is_fresh(backup, clock.now()),
        room=room(),
    )


def room():
    """Room of the disk, None where the data directory is not there (nothing was ever written)."""
    directory = var_directory()
    if not os.path.isdir(directory):
        return None
    usage = shutil.disk_usage(directory)
    return Room(usage.total, usage.free)
