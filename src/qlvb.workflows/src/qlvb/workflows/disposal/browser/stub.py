"""What is left of a destroyed record, on its own page: when, by which decision, the hashes of what was destroyed."""

from datetime import datetime
from functools import cached_property
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.people import name_of
from qlvb.workflows.disposal.inputs import REASON_TITLES


class DestroyedFacts(BrowserView):
    """Part of the page of a record; nothing of one that lives."""

    def __call__(self):
        return self.index() if self.stub else ""

    @cached_property
    def stub(self):
        """See IStub: dict; {} if the record lives."""
        return IStub(self.context).read()

    @property
    def day(self):
        """str: dd/mm/yyyy."""
        return datetime.fromisoformat(self.stub["destroyed"]).strftime("%d/%m/%Y")

    @property
    def disposal(self):
        """Address of the disposal for those who may see it, else ""."""
        record = visible_record(self.stub.get("disposal", ""))
        return record.absolute_url() if record is not None else ""

    @property
    def case(self):
        """str: the case of a report of secret material by which it was taken out, or ""."""
        return self.stub.get("case", "")

    @property
    def decided_by(self):
        return name_of(self.stub.get("decided_by", ""))

    @property
    def executed_by(self):
        return name_of(self.stub.get("executed_by", ""))

    @property
    def reason(self):
        """Message, or ""."""
        if self.case:
            return _(
                "stub_secret", default="Tài liệu mật, gỡ theo vụ việc ${case}", mapping={"case": self.case}
            )
        return REASON_TITLES.get(self.stub.get("reason"), "")

    @property
    def files(self):
        """list of dict filename, version, sha256 of what was destroyed."""
        return self.stub.get("files", [])
