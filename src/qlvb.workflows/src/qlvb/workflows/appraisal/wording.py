"""Acts of appraisal in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.outgoing.wording import Wording


to_appraisal = Wording(_("journal_outgoing_to_appraisal", default="đã chuyển ${receiver_name} thẩm định"))
pass_appraisal = Wording(_("journal_outgoing_pass_appraisal", default="đã thẩm định và chuyển ${receiver_name}"))
fix_layout = Wording(_("journal_outgoing_fix_layout", default="đã sửa thể thức tự động"))
