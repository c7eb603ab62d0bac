"""The acts on a draft's words in its journal."""

from qlvb.content import _
from qlvb.workflows.outgoing.wording import Wording


edit_text = Wording(_("journal_edit_text", default="đã sửa nội dung dự thảo trên trình duyệt"))
restore_version = Wording(_("journal_restore_version", default="đã khôi phục một bản trước của tệp"))
remark_draft = Wording(_("journal_remark_draft", default="đã góp ý vào dự thảo"))
