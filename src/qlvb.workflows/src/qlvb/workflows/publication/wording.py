"""Publishing in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


publish = Wording(_("journal_publish", default="đã đăng văn bản điều hành đến hết ngày ${until}"))
unpublish = Wording(_("journal_unpublish", default="đã gỡ văn bản điều hành"))
over = Wording(_("journal_publication_over", default="đã gỡ: hết hạn đăng ngày ${until}"))
