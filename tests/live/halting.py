"""A process that does one thing on a real storage, stops in the middle of it and says so, to be killed there.

python -m live.halting SITE press PATH sealing|voted    the clerk's *Phát hành* on a document
python -m live.halting SITE work KIND voted             what waits for the worker, as far as a job of this kind

``sealing``: the number is taken, the agency is about to sign; ``voted``: all is done, and every storage has voted for it.
"""

from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.outbox import worker
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.signing.interfaces import IKeyRing
import sys
import transaction
from transaction.interfaces import IDataManager
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import implementer


CLERK = "vanthuskhcn"


def halt():
    """Say that it has come to this, and wait for the end."""
    print("there", flush=True)
    sys.stdin.readline()


@implementer(IDataManager)
class LastVote:
    """Asked after every storage and after the index."""

    transaction_manager = transaction.manager

    def sortKey(self):
        return "\U0010ffff"

    def tpc_begin(self, _transaction):
        """Nothing to prepare."""

    commit = abort = tpc_finish = tpc_abort = tpc_begin

    def tpc_vote(self, _transaction):
        halt()


@implementer(IKeyRing)
class KeyRing:
    """The keys of the site, but for the agency's, which nobody ever gets."""

    def __init__(self, real):
        self._real = real

    def __getattr__(self, name):
        return getattr(self._real, name)

    def for_agency(self, _agency_id):
        halt()


@implementer(IJobHandler)
class Handler:
    """A handler whose work is never committed."""

    def __init__(self, real):
        self._real = real

    def __getattr__(self, name):
        return getattr(self._real, name)

    def run(self, record, job):
        self._real.run(record, job)
        transaction.get().join(LastVote())


def press(app, path, where):
    manager = getGlobalSiteManager()
    if where == "sealing":
        manager.registerUtility(KeyRing(getUtility(IKeyRing)), IKeyRing)
    record = app.unrestrictedTraverse(path)

    def pressed():
        IActs(record).perform("issue_at_once", {})
        transaction.get().join(LastVote())

    with acting_as(CLERK):
        OwnTransactions().attempt(pressed)  # the worker may be drawing the same files


def work(site, kind):
    manager = getGlobalSiteManager()
    manager.registerUtility(Handler(getUtility(IJobHandler, name=kind)), IJobHandler, name=kind)
    while True:
        worker.main(site, once=True)


def main(site, what, which, where):
    start_zope()
    if what == "work":
        work(site, which)
    with application(site) as app:
        press(app, which, where)


if __name__ == "__main__":
    main(*sys.argv[1:])
