"""What has come twice: a further copy joins the document that is there (Gắn vào văn bản đã có), so that nothing is in
the register twice by oversight (NĐ 30/2020 Phụ lục VI Phần I khoản 1 điểm h).
"""

from hashlib import sha256
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.duplicates import RECEIVED_ROLES
from qlvb.workflows.incoming.duplicates import RULE
from qlvb.workflows.incoming.duplicates import duplicates_of
from qlvb.workflows.incoming.duplicates import hashes_of
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.inputs import IAttachArrivalInput
from qlvb.workflows.incoming.inputs import IMergeInput
from qlvb.workflows.incoming.taken import OfWaiting


class AttachArrival(Act):
    """The same document has come again, by another way: the copy and its arrival are kept with it."""

    id = "attach_arrival"
    title = _("act_attach_arrival", default="Gắn bản đến thêm")
    description = _(
        "act_attach_arrival_help",
        default="Văn bản này đến lần nữa (bản giấy, thư điện tử): ghi nhận và giữ tệp, không vào sổ lần hai.",
    )
    schema = IAttachArrivalInput
    permission = "qlvb: Register incoming"
    states = ("registered", "to_direct", "in_progress", "finished")
    order = 90

    def defaults(self):
        return {"arrival_date": clock.today()}

    def rules(self, data):
        if data is not None and data["arrival_date"] > clock.today():
            message = _("violation_arrival_date_in_future", default="Ngày đến không thể sau hôm nay.")
            yield self.violation("date_in_future", message, "arrival_date")

    def execute(self, data):
        record, by, files = self.record, self.actor.userid, []
        upload = data["file"]
        if upload is not None and sha256(upload.data).hexdigest() not in hashes_of(record):
            files.append(IFileStore(record).add("original", upload.filename, upload.data, by, note=data["note"]).id)
        note_arrival(record, data["arrival_channel"], data["arrival_date"], by, data["note"], files)
        return {"files": files, "arrivals": len(handling_of(record).arrivals)}


class Merge(OfWaiting, Act):
    """A waiting copy of a document that is there gives it its files and is no entry of its own."""

    id = "merge"
    title = _("act_merge", default="Gắn vào văn bản đã có")
    description = _(
        "act_merge_help",
        default="Đánh dấu trùng: tệp chuyển sang văn bản đã có, bản này không vào sổ và dẫn tới văn bản đó.",
    )
    schema = IMergeInput
    permission = "qlvb: Register incoming"
    transition = "agree_replace"
    order = 20

    def relevant(self):
        return super().relevant() and bool(self.known())

    def known(self):
        """UIDs of the documents that are the same: list."""
        return [row.uid for row in duplicates_of(self.record)]

    def defaults(self):
        found = self.known()
        return {"existing": found[0]} if len(found) == 1 else {}

    def rules(self, data):
        if data is None and not self.known():
            message = _("violation_no_duplicate", default="Không có văn bản nào trùng với văn bản này.")
            yield self.violation("no_duplicate", message, rule=RULE)

    def execute(self, data):
        record, by = self.record, self.actor.userid
        existing = uuidToObject(data["existing"], unrestricted=True)
        known, files = set(hashes_of(existing)), []
        for stored in IFileStore(record).files():
            version = stored.current
            if stored.role in RECEIVED_ROLES and version.sha256 not in known:
                added = IFileStore(existing).add("original", version.filename, version.data(), by, kind=version.kind)
                files.append(added.id)
        day = record.arrival_date or clock.today()
        note_arrival(existing, record.arrival_channel, day, by, record.reference, files)
        change_handling(record).merged_into = data["existing"]
        record.related_documents = list(dict.fromkeys([*record.related_documents, data["existing"]]))
        existing.related_documents = list(dict.fromkeys([*existing.related_documents, IUUID(record)]))
        existing.reindexObject()
        return {"existing": data["existing"], "files": files}


def note_arrival(record, channel, day, by, note, files):
    """Keep that the document came again."""
    change_handling(record).arrive(channel, day, by, note, files)
    if channel == "post":
        record.paper = record.paper_received = True
