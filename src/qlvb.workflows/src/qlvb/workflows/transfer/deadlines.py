"""Work that comes again: notices of dossiers that are due, thirty days before (NĐ 30/2020 Phụ lục VI, III.5.b), and
the boxes of dossiers after an agency has changed its periods.
"""

from datetime import timedelta
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.building import site_path
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.reading import reading
from qlvb.content.index.renewing import renew
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.boxes import DUE
from qlvb.content.transfers.boxes import OVERDUE
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.transfer.interfaces import ITransferSettings
from sqlalchemy import func
from sqlalchemy import select
import transaction
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


KEY = "qlvb.transfer.said"
#: Dossiers said anew between two commits.
BATCH = 100

DUE_SOON = _(
    "told_transfer_due", default="Có ${count} hồ sơ đến hạn nộp lưu vào lưu trữ cơ quan, sớm nhất ngày ${day}."
)
LATE = _("told_transfer_overdue", default="Có ${count} hồ sơ quá hạn nộp lưu vào lưu trữ cơ quan.")


def due_by_person(box, today):
    """dict principal -> (count, first day as ordinal) of a box of dossiers, asked of the index without reading one."""
    first, last = box.deadlines(today)
    question = (
        select(box_entries.c.principal, func.count(), func.min(box_entries.c.deadline_day))
        .where(box_entries.c.box == box.id, box_entries.c.deadline_day.between(first, last))
        .group_by(box_entries.c.principal)
    )
    with reading() as connection:
        return {who: (count, day) for who, count, day in connection.execute(question)}


@implementer(IPeriodicWork)
class TransferNotices:
    """One notice a month for each person and archive, with how many dossiers; the list itself is the box."""

    title = _("periodic_transfer_notices", default="Nhắc hồ sơ đến hạn nộp lưu")
    interval = timedelta(hours=12)

    def run(self, now):
        """See IPeriodicWork. ``told``: how many people were told; ``renewed``: dossiers said anew."""
        renewed = self._renew()
        today, told = clock.today(), 0
        for box, template in ((DUE, DUE_SOON), (OVERDUE, LATE)):
            for who, (count, first) in sorted(due_by_person(box, today).items()):
                day = today.fromordinal(first).strftime("%d/%m/%Y")
                text = Message(template, mapping={"count": str(count), "day": day})
                once = f"{box.id}-{who}-{today:%Y-%m}"
                told += len(getUtility(INotices).tell([who], "transfer_due", None, text, once=once))
        transaction.commit()
        return {"told": told, "renewed": renewed}

    def _renew(self):
        """Say the dossiers of agencies anew that have changed their periods since."""
        renewed = 0
        directory = getUtility(IDirectory)
        for info in directory.agencies():
            agency = directory.agency_object(info.id)
            stamp = ITransferSettings(agency).stamp
            if stamp is None or IAnnotations(agency).get(KEY, {}).get("stamp") == stamp:
                continue
            for count, uid in enumerate(_finished(site_path(agency)), 1):
                dossier = find_record(uid)
                if dossier is not None:
                    renew(dossier)
                    renewed += 1
                if count % BATCH == 0:
                    transaction.commit()
            IAnnotations(agency)[KEY] = PersistentMapping(stamp=stamp)
            transaction.commit()
        return renewed


def _finished(path):
    """UIDs of closed and archived dossiers below a path."""
    wanted = [*clauses_of({"folder": path}), records.c.portal_type == "Dossier"]
    question = select(records.c.uid).where(*wanted, records.c.state.in_(("closed", "archived")))
    with reading() as connection:
        return list(connection.scalars(question))
