"""Fixtures: a record with a workflow and two acts of its own, apart from the real ones."""

from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import setRoles
from plone.namedfile.field import NamedFile
import pytest
from qlvb.content import _
from qlvb.content.interfaces import IRecord
from qlvb.content.violations import Refused
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.interfaces import IAct
from zope import schema
from zope.component import getGlobalSiteManager
from zope.interface import Interface
from zope.interface import alsoProvides
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


COLOURS = SimpleVocabulary([SimpleTerm("đỏ", "do", "Màu đỏ"), SimpleTerm("xanh", "xanh", "Màu xanh")])


class IPublishInput(Interface):
    comment = schema.Text(title="Ý kiến", min_length=3, max_length=20)
    colour = schema.Choice(title="Màu", vocabulary=COLOURS, required=False)
    day = schema.Date(title="Ngày", required=False)
    urgent = schema.Bool(title="Gấp", required=False, default=False)
    paper = NamedFile(title="Tệp", required=False)
    people = schema.List(title="Người nhận", value_type=schema.TextLine(max_length=5), required=False)


class Publish(Act):
    id = "publish_it"
    title = _("test_publish", default="Công bố")
    description = _("test_publish_help", default="Công bố tài liệu")
    schema = IPublishInput
    permission = "Review portal content"
    states = ("private",)
    transition = "publish"
    emphasis = "primary"
    order = 1

    def rules(self, data):
        if data and data["comment"] == "nhầm":
            yield self.violation("silly", _("test_silly", default="Ý kiến không hợp lệ"), "comment", "Điều 1")

    def execute(self, data):
        self.record.title = data["comment"] + (data["paper"].filename if data["paper"] else "")
        return {"colour": data["colour"]}


class Fail(Act):
    id = "fail"
    title = _("test_fail", default="Hỏng")
    description = title
    permission = "View"

    def execute(self, data):
        self.record.title = "hỏng"
        raise Refused([self.violation("broken", _("test_broken", default="Không làm được"))], 503)


@pytest.fixture
def acts_registered():
    manager = getGlobalSiteManager()
    for act in (Publish, Fail):
        manager.registerAdapter(act, (IRecord,), IAct, name=act.id)
    yield
    for act in (Publish, Fail):
        manager.unregisterAdapter(act, (IRecord,), IAct, name=act.id)


@pytest.fixture
def make_record(acts_registered):
    def make(portal):
        setRoles(portal, TEST_USER_ID, ["Manager"])
        api.portal.get_tool("portal_workflow").setChainForPortalTypes(["Document"], ["simple_publication_workflow"])
        record = api.content.create(portal, "Document", "record", title="Nháp")
        alsoProvides(record, IRecord)
        return record

    return make
