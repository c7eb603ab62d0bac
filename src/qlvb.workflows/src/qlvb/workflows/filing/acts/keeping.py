"""Acts on a dossier while it is kept: gather, share, print its contents, choose a template."""

from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.access import FILE
from qlvb.workflows.filing.archival import KIND
from qlvb.workflows.filing.archival import progress
from qlvb.workflows.filing.checklist import asks_pdfa
from qlvb.workflows.filing.forms import CONTENTS
from qlvb.workflows.filing.forms import contents_docx
from qlvb.workflows.filing.forms import keep_form
from qlvb.workflows.filing.gathering import gather
from qlvb.workflows.filing.gathering import missing_from
from qlvb.workflows.filing.gathering import reports_outside
from qlvb.workflows.filing.inputs import IShareInput
from qlvb.workflows.filing.inputs import ITemplateInput
from qlvb.workflows.filing.inputs import IUnshareInput
from qlvb.workflows.filing.sharing import share
from qlvb.workflows.filing.sharing import shared_with
from qlvb.workflows.filing.sharing import unshare
from qlvb.workflows.outbox.interfaces import IJobs


#: Who keeps an open or closed dossier: its holder and the archivist.
KEEP = "qlvb: Close dossier"


class Gather(Act):
    """Take in what follows from the dossier's documents and is not in it."""

    id = "gather"
    title = _("act_gather", default="Gom văn bản liên quan")
    description = _("act_gather_help", default="Đưa vào hồ sơ mọi văn bản trong dòng việc còn nằm ngoài hồ sơ.")
    permission = FILE
    states = ("open",)
    order = 40
    conflict_codes = Act.conflict_codes | {"nothing_to_gather"}

    def relevant(self):
        return super().relevant() and self.something_waits()

    def something_waits(self):
        """bool: documents outside the dossier, or reports that would become documents in it."""
        return bool(missing_from(self.record) or reports_outside(self.record))

    def rules(self, data):
        if not self.something_waits():
            message = _("violation_nothing_to_gather", default="Mọi văn bản trong dòng việc đã ở trong hồ sơ.")
            yield self.violation("nothing_to_gather", message)

    def execute(self, data):
        return {"documents": [document.UID() for document in gather(self.record, self.actor.userid)]}

    def detail(self, data, result):
        return {"count": len(result["documents"])}


class ShareDossier(Act):
    """Let people and units read the dossier; its documents keep their own rights."""

    id = "share_dossier"
    title = _("act_share_dossier", default="Chia sẻ")
    description = _("act_share_dossier_help", default="Cho người, đơn vị trong cơ quan xem hồ sơ này.")
    schema = IShareInput
    permission = KEEP
    states = ("open", "closed")
    order = 50

    def rules(self, data):
        if data is not None and not data["people"] and not data["units"]:
            message = _("violation_share_nobody", default="Hãy chọn người hoặc đơn vị được xem.")
            yield self.violation("nobody", message, field="people")

    def execute(self, data):
        return {"principals": share(self.record, data["people"], data["units"])}

    def detail(self, data, result):
        return {**result, **({"comment": data["comment"]} if data["comment"] else {})}


class UnshareDossier(Act):
    """Take the reading back that sharing gave."""

    id = "unshare_dossier"
    title = _("act_unshare_dossier", default="Thôi chia sẻ")
    description = _("act_unshare_dossier_help", default="Bỏ quyền xem hồ sơ đã chia sẻ.")
    schema = IUnshareInput
    permission = KEEP
    states = ("open", "closed", "archived")
    order = 51

    def relevant(self):
        return super().relevant() and bool(shared_with(self.record))

    def execute(self, data):
        unshare(self.record, data["principals"])
        return {"principals": data["principals"]}


class PrintContents(Act):
    """The contents list as a file of the dossier, in the decree's form; its PDF/A follows."""

    id = "print_contents"
    title = _("act_print_contents", default="Xuất mục lục (PDF/A)")
    description = _(
        "act_print_contents_help", default="Lập mục lục văn bản theo mẫu Phụ lục V; bản PDF/A có sau ít giây."
    )
    permission = KEEP
    states = ("open", "closed")
    order = 70

    def execute(self, data):
        name = f"muc-luc-{self.record.getId()}-{self.record.year}.docx"
        kept = keep_form(self.record, CONTENTS, name, contents_docx(self.record), self.actor.userid)
        return {"file": kept.id, "redirect": f"{self.record.absolute_url()}?tab=files"}

    def detail(self, data, result):
        return {"file": result["file"]}


class CheckPdfa(Act):
    """Have every PDF of the dossier judged in full by the worker; the checklist then knows what to say of each."""

    id = "check_pdfa"
    title = _("act_check_pdfa", default="Kiểm tra PDF/A")
    description = _(
        "act_check_pdfa_help",
        default="Kiểm tra đầy đủ mọi tệp PDF trong hồ sơ theo ISO 19005; kết quả ở thẻ “Kiểm tra”.",
    )
    permission = KEEP
    states = ("open",)
    order = 75
    conflict_codes = Act.conflict_codes | {"pdfa_not_asked"}

    def relevant(self):
        return super().relevant() and asks_pdfa(self.record)

    def rules(self, data):
        if not asks_pdfa(self.record):
            message = _(
                "violation_pdfa_not_asked",
                default="Cơ quan không đòi PDF/A khi kết thúc hồ sơ; PDF/A được kiểm tra khi nộp lưu.",
            )
            yield self.violation("pdfa_not_asked", message)

    def execute(self, data):
        job = IJobs(self.record).enqueue(KIND, KIND, owner=self.actor.userid)
        return {"job": job.id, "count": progress(self.record)[1], "redirect": f"{self.record.absolute_url()}?tab=check"}

    def detail(self, data, result):
        return {"count": str(result["count"])}


class ChooseTemplate(Act):
    """Say which components the dossier is expected to have."""

    id = "choose_template"
    title = _("act_choose_template", default="Chọn mẫu hồ sơ")
    description = _("act_choose_template_help", default="Chọn mẫu để biết hồ sơ còn thiếu thành phần nào.")
    schema = ITemplateInput
    permission = "Modify portal content"
    states = ("open",)
    order = 80

    def defaults(self):
        return {"template": self.record.template or None}

    def execute(self, data):
        self.record.template = data["template"] or ""
        return {"template": self.record.template}
