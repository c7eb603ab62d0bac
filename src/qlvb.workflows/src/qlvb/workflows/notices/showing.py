"""Notices as their reader may see them: of a record that he may not view nothing is said but that there was one."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from plone import api
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.lookup import visible_record
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.rights.secrecy import is_secret
from zope.component import queryUtility


#: Event of a turn that is somebody else's (room delegation).
DELEGATED = "delegated_turn"
#: Of longer subjects notices have the beginning.
LONGEST = 300


@dataclass(frozen=True)
class Shown:
    """A notice with words: ``text`` "" and ``hidden`` True where the reader may not view its record; ``subject`` and
    ``reference`` are the record's today.
    """

    id: str
    event: str
    title: str
    text: str
    subject: str
    reference: str
    address: str
    hidden: bool
    secret: bool
    urgent: bool
    due: date | None
    created: datetime
    read: datetime | None
    record: str = ""  # UID, "" for none
    record_page: str = ""  # name of the page of the record to which it leads

    @property
    def leads_to(self):
        """Address to which the notice leads, "" for none."""
        return f"{self.address}/{self.record_page}" if self.address and self.record_page else self.address


def without_subject(words, subject):
    """``words`` (str) of a notice without the subject at their end, for where the subject stands beside them.

    >>> without_subject("Thu Hà giao nhiệm vụ: Rà soát", "Rà soát"), without_subject("Trả lại: sai", "Rà soát")
    ('Thu Hà giao nhiệm vụ', 'Trả lại: sai')
    """
    for said in (subject, subject[:LONGEST]):
        if said and words.endswith(f": {said}"):
            return words.removesuffix(f": {said}")
    return words


def shown(notices):
    """list of Shown for the current user, in the same order."""
    in_place = {notice.record for notice in notices if notice.record and notice.event == DELEGATED}
    records = _records({notice.record for notice in notices if notice.record}, in_place)
    found = []
    for notice in notices:
        subject, reference, address, secret = records.get(notice.record, ("", "", "", False))
        hidden = bool(notice.record) and not address
        kind = queryUtility(INoticeKind, name=notice.event)
        if not notice.record and kind is not None and kind.page:
            address = f"{api.portal.get().absolute_url()}/{kind.page}"
        found.append(
            Shown(
                id=notice.id,
                event=notice.event,
                title=kind.title if kind is not None else notice.event,
                text="" if hidden else notice.text,
                subject=subject,
                reference=reference,
                address=address,
                hidden=hidden,
                secret=secret,
                urgent=notice.urgent,
                due=None if hidden else notice.due,
                created=notice.created,
                read=notice.read,
                record=notice.record,
                record_page=kind.record_page if kind is not None and notice.record else "",
            )
        )
    return found


def _records(uids, in_place):
    """dict UID -> (subject, reference, address, is it secret) of those that the current user may view. ``in_place``:
    UIDs of those he may view for as long as he stands in for somebody, of which the index knows nothing.
    """
    try:
        rows, indexed = rows_by_uid(uids)
    except IndexUnavailable:
        rows, indexed = {}, set()
    found = {uid: (row.subject, row.reference, row.url, row.secrecy not in ("", "none")) for uid, row in rows.items()}
    for uid in (uids - indexed) | (in_place - set(rows)):
        record = visible_record(uid)
        if record is not None:
            reference = getattr(record, "reference", "") or ""
            found[uid] = (record.Title(), reference, record.absolute_url(), is_secret(record))
    return found
