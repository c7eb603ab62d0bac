"""What is worked out once for many records is what each would say by itself."""

from plone import api
from plone.dexterity.schema import SchemaInvalidatedEvent
import pytest
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.index.building import Builder
from qlvb.content.index.building import build
from qlvb.content.index.viewing import allowed
from qlvb.content.interfaces import IDocument
from qlvb.content.states import state_of
from qlvb.workflows.rights.interfaces import IGrants
from zope.event import notify
from zope.interface import Interface
from zope.interface import alsoProvides
from zope.interface import noLongerProvides
from zope.lifecycleevent import ObjectModifiedEvent


@pytest.fixture
def documents(make):
    """Documents of one folder with all kinds of roles."""
    plain, granted, secret, mixed, local = (make(f"Văn bản {number}") for number in range(5))
    IGrants(granted).grant("leminhanh", "Participant", "sharing", "test")
    secret.secrecy = "secret"
    IGrants(secret).grant("vuhaiyen", "Participant", "sharing", "test")
    mixed.manage_permission("Access contents information", ["Manager", "RecordsClerk", "Participant"], 0)
    IGrants(mixed).grant("leminhanh", "Participant", "sharing", "test")
    local.manage_permission("Access contents information", ["Manager", "Reader"], 0)
    local.manage_setLocalRoles("vuhaiyen", ["Reader"])
    return [plain, granted, secret, mixed, local]


def test_viewers_are_those_of_the_catalogue(documents):
    builder = Builder()
    for document in documents:
        document.manage_permission("Access contents information", ["Manager", "RecordsClerk", "Participant"], 0)
    expected = [allowed(document) for document in documents]
    assert [builder.allowed(document) for document in documents] == expected
    assert len(set(expected)) > 2


def test_everybody_stands_for_all(documents):
    documents[0].manage_permission("Access contents information", ["Anonymous", "Manager"], 0)
    assert Builder().allowed(documents[0]) == allowed(documents[0]) == {"Anonymous"}


def test_one_builder_says_what_new_ones_say(documents):
    builder = Builder()
    assert [builder.build(one, True).digest for one in documents] == [build(one, True).digest for one in documents]


def test_state_is_that_of_the_workflow_tool(documents):
    assert [state_of(one) for one in documents] == [api.content.get_state(one) for one in documents]


class IMark(Interface):
    """Put on one object."""


def test_an_interface_put_on_one_object_is_not_on_others(documents):
    alsoProvides(documents[0], IMark)
    assert [IMark.providedBy(one) for one in documents] == [True, False, False, False, False]
    noLongerProvides(documents[0], IMark)
    assert not IMark.providedBy(documents[0])
    assert all(IDocument.providedBy(one) and not IDossier.providedBy(one) for one in documents)


def test_a_change_of_the_type_is_seen_at_once(documents):
    fti = api.portal.get_tool("portal_types")["IncomingDocument"]
    assert not hasattr(documents[0].aq_base, "image_caption")
    fti.behaviors = (*fti.behaviors, "plone.leadimage")
    notify(ObjectModifiedEvent(fti))
    notify(SchemaInvalidatedEvent("IncomingDocument"))
    assert hasattr(documents[0].aq_base, "image_caption")


def test_what_is_no_field_is_no_attribute(documents):
    with pytest.raises(AttributeError):
        documents[0].aq_base.no_such_thing  # noqa: B018  asking is the test
