"""What has to be written down though the request stores nothing: after its transaction, in one of its own."""

import logging
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.safety.blocked import queued
from qlvb.content.safety.interfaces import ISafetyLog
from qlvb.content.safety.watching import failed_account
from qlvb.content.safety.watching import note_attempt
import transaction
from transaction.interfaces import TransientError
from ZODB.POSException import POSError
from zope.component import adapter
from zope.component import getUtility
from ZPublisher.interfaces import IPubFailure
from ZPublisher.interfaces import IPubSuccess


TRIES = 5
logger = logging.getLogger(__name__)


@adapter(IPubSuccess)
def after_success(event):
    """A refused REST request ends like this, too: its transaction was doomed."""
    write_down(event.request)


@adapter(IPubFailure)
def after_failure(event):
    """A request that is tried again is not over."""
    if not event.retry:
        write_down(event.request)


def write_down(request):
    """Files that this request could not leave here, and a sign-in that failed. Never raises for want of the database:
    the answer is on its way already.
    """
    if not IQlvbLayer.providedBy(request):
        return
    blocked = queued(request)
    account = failed_account(request)
    if not blocked and not account:
        return
    for _try in range(TRIES):
        transaction.begin()
        try:
            log = getUtility(ISafetyLog)
            for event in blocked:
                log.note(event)
            if account:
                note_attempt(account, False, request)
            transaction.commit()
            return
        except (TransientError, POSError) as error:
            transaction.abort()
            reason = error
    logger.error("The log of safety was not written: %s", reason)
