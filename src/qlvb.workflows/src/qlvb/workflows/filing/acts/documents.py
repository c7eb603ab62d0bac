"""Lưu hồ sơ: a document is referenced in dossiers, or taken out of one."""

from qlvb.content import _
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.access import FILE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.access import usable_dossiers
from qlvb.workflows.filing.inputs import IFileInput
from qlvb.workflows.filing.inputs import IUnfileInput
from zope.component import getUtility


RULE = "NĐ 30/2020 Điều 29"


class File(Act):
    """Reference the document in one or more open dossiers; it stays where it is and is never copied."""

    id = "file"
    title = _("act_file", default="Lưu hồ sơ")
    description = _("act_file_help", default="Đưa văn bản vào một hay nhiều hồ sơ công việc đang mở.")
    schema = IFileInput
    permission = FILE
    order = 80
    conflict_codes = Act.conflict_codes | {"no_open_dossier"}

    @property
    def emphasis(self):
        """str: filing is what comes next when the work on a received letter is over, or one's own draft is issued, and
        the document lies in no dossier.
        """
        over = self.state == "finished" or (self.state == "issued" and self.record.drafter == self.actor.userid)
        return "primary" if over and not dossier_uids(self.record) else "normal"

    def rules(self, data):
        if data is None and not usable_dossiers(self.record):
            yield self.violation(
                "no_open_dossier",
                _(
                    "violation_no_open_dossier",
                    default="Anh/chị chưa có hồ sơ nào đang mở. Hãy mở hồ sơ từ danh mục trước.",
                ),
                rule=RULE,
            )

    def defaults(self):
        usable = usable_dossiers(self.record)
        return {"dossiers": [usable[0].UID()] if len(usable) == 1 else []}

    def execute(self, data):
        filed = [find_record(uid) for uid in data["dossiers"]]
        orders = {
            dossier.UID(): IDossierContents(dossier).add(self.record, self.actor.userid).order for dossier in filed
        }
        return {"dossiers": [dossier.code for dossier in filed], "orders": orders}

    def detail(self, data, result):
        return {"dossiers": result["dossiers"]}


class Unfile(Act):
    """Take the reference out of a dossier; the document stays."""

    id = "unfile"
    title = _("act_unfile", default="Đưa ra khỏi hồ sơ")
    description = _("act_unfile_help", default="Gỡ văn bản khỏi một hồ sơ; văn bản vẫn còn nguyên.")
    schema = IUnfileInput
    permission = FILE
    order = 81

    def own(self):
        """Dossiers that keep the document and that the actor may change."""
        return [dossier for dossier in getUtility(IDossierFinder).dossiers_of(self.record) if may(FILE, dossier)]

    def relevant(self):
        return super().relevant() and bool(self.own())

    def rules(self, data):
        if data is None and not self.own():
            yield self.violation(
                "not_in_dossier",
                _("violation_not_in_any_dossier", default="Văn bản không có trong hồ sơ nào anh/chị được sửa."),
            )

    def defaults(self):
        own = self.own()
        return {"dossier": own[0].UID()} if len(own) == 1 else {}

    def execute(self, data):
        dossier = find_record(data["dossier"])
        IDossierContents(dossier).remove(self.record, self.actor.userid, data["reason"])
        return {"dossier": dossier.code}

    def detail(self, data, result):
        return {"dossier": result["dossier"], "comment": data["reason"], "reason": data["reason"]}
