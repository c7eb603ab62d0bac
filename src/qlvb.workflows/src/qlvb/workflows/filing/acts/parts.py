"""Lập hồ sơ con: a part of a dossier, with a keeper of its own."""

from qlvb.content import _
from qlvb.content.dossiers.codes import parse_code
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.parts import whole_of
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.inputs import IOpenPartInput
from qlvb.workflows.filing.rights import read_each_other
from zope.component import getUtility


class OpenPart(Act):
    """Code, retention and basis come from the whole; what is said here is what the part is about, and who keeps it."""

    id = "open_part"
    title = _("act_open_part", default="Lập hồ sơ con")
    description = _(
        "act_open_part_help",
        default="Chia hồ sơ theo nội dung hoặc giai đoạn; số và ký hiệu, thời hạn lấy từ hồ sơ này.",
    )
    schema = IOpenPartInput
    states = ("open",)
    order = 35
    conflict_codes = Act.conflict_codes | {"part_of_part"}

    def relevant(self):
        return super().relevant() and self.divisible()

    def divisible(self):
        """bool: a dossier of a catalogue, itself no part."""
        return whole_of(self.record) is None and parse_code(self.record.code) is not None

    def defaults(self):
        return {"holder": self.record.holder}

    def rules(self, data):
        if not self.divisible():
            message = _(
                "violation_part_of_part",
                default="Chỉ lập hồ sơ con dưới hồ sơ của danh mục; hồ sơ con không chia tiếp.",
            )
            yield self.violation("part_of_part", message)

    def execute(self, data):
        part = getUtility(IDossierFinder).open_part(
            self.record, self.actor.userid, title=data["title"], holder=data["holder"]
        )
        read_each_other(self.record, part)
        return {
            "uid": part.UID(),
            "url": part.absolute_url(),
            "code": part.code,
            "redirect": part.absolute_url(),
        }

    def detail(self, data, result):
        return {"dossier": result["code"]}
