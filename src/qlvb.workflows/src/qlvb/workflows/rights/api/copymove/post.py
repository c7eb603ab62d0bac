"""``POST @copy`` and ``@move`` of a folder: a record is not a thing to be put elsewhere, and is told so."""

from plone.restapi.services.copymove.copymove import Copy
from plone.restapi.services.copymove.copymove import Move
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.interfaces import IRecord
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


RULE = "NĐ 30/2020 Phụ lục VI"
STAYS = _(
    "violation_record_stays",
    default="“${title}” không sao chép, di chuyển được: bản sao mang số, nhật ký, chữ ký của bản gốc. "
    "Đưa văn bản vào hồ sơ bằng “Lưu hồ sơ”.",
)


class RecordsStay(AnsweringService):
    """Mixed in before a service of Plone. Nothing is done when one of the sources is a record that the user sees.

    Copy and move ask the permissions of Plone, which managers have, and then fail with an error of the server.
    """

    def answer(self):
        """The answer of Plone, or 403 with what stands against it: its cases where the record is held."""
        for record in self.records():
            IHolds(record).check()
            message = _(str(STAYS), default=STAYS.default, mapping={"title": record.Title()})
            raise Refused(Violation("source", "record_stays", message, RULE), 403)
        return super(AnsweringService, self).reply()  # of Plone's service, which comes after both bases

    def records(self):
        """Records among the sources that the current user may see: list. :raises Refused: 400 a source is no text."""
        source = self.body().get("source") or []
        keys = source if isinstance(source, list) else [source]
        if not all(isinstance(key, str) for key in keys):
            message = _("violation_copy_source", default="source phải là địa chỉ, đường dẫn hoặc UID.")
            raise Refused(Violation("source", "source_wrong", message))
        return [found for found in map(self.get_object, keys) if IRecord.providedBy(found)]


class CopyPost(RecordsStay, Copy):
    """``{"source": address, path or UID, or a list}``: copies pages into this folder; records are refused with 403."""


class MovePost(RecordsStay, Move):
    """``{"source": address, path or UID, or a list}``: moves pages into this folder; records are refused with 403."""
