"""The lid: which permissions it covers, and that it leaves what is stored alone."""

from AccessControl.Permission import getPermissionIdentifier
from lxml import etree
from pathlib import Path
import pytest
from qlvb.content.documents.content import IncomingDocument
from qlvb.content.documents.content import OutgoingDocument
from qlvb.content.dossiers.content import Dossier
from qlvb.content.exposures.interfaces import JUDGE
from qlvb.content.exposures.lid import FLAG
from qlvb.content.exposures.lid import LID
from qlvb.content.exposures.lid import closed_by
from qlvb.content.exposures.lid import has_lid
from qlvb.content.opinions.content import OpinionRequest
from qlvb.content.personal.content import PersonalDocument
from qlvb.content.submission.content import SubmissionNote
from qlvb.content.tasks.content import Task
import transaction
import ZODB


WORKFLOWS = Path(__file__).parents[3] / "src/qlvb.workflows/src/qlvb/workflows/profiles/default/workflows"
TYPES = [IncomingDocument, OutgoingDocument, Task, SubmissionNote, OpinionRequest, PersonalDocument]


@pytest.mark.parametrize("name", ["incoming", "outgoing", "task", "note", "opinion", "personal"])
def test_every_permission_that_a_state_gives_is_covered(name):
    tree = etree.parse(WORKFLOWS / f"qlvb_{name}" / "definition.xml")
    found = {element.text for element in tree.getroot().findall("permission")}
    assert found and {one for one in found if getPermissionIdentifier(one) not in LID} == set()


@pytest.mark.parametrize("cls", TYPES)
def test_no_class_below_keeps_roles_of_its_own(cls):
    """What the descriptors hide while a record is open would be lost."""
    assert not [(base, name) for base in cls.__mro__ for name in LID if name in vars(base) and vars(base)[name] is not LID[name]]
    assert has_lid(cls()) and not has_lid(Dossier())


@pytest.mark.parametrize("cls", TYPES)
def test_what_is_written_under_the_lid_counts_when_it_is_lifted(cls):
    record = cls()
    assert not hasattr(record, "_View_Permission")
    record._View_Permission = ("Drafter",)
    setattr(record, FLAG, "2026-001")
    assert closed_by(record) == "2026-001"
    assert record._View_Permission == (JUDGE,) and record._Modify_portal_content_Permission == ()
    record._View_Permission = ("AgencyMember",)
    record._Delete_objects_Permission = ["Manager"]
    assert record._View_Permission == (JUDGE,) and record._Delete_objects_Permission == ()
    delattr(record, FLAG)
    assert record._View_Permission == ("AgencyMember",) and record._Delete_objects_Permission == ["Manager"]
    del record._View_Permission
    assert not hasattr(record, "_View_Permission") and closed_by(record) == ""


def test_it_is_stored_as_ever():
    record = IncomingDocument()
    record._View_Permission = ("Drafter",)
    setattr(record, FLAG, "2026-001")
    other = IncomingDocument()
    other.__setstate__(dict(record.__dict__))
    assert other._View_Permission == (JUDGE,)
    assert vars(other)["_View_Permission"] == ("Drafter",)


def test_what_lies_unread_in_the_cache_is_closed_too():
    connection = ZODB.DB(None).open()
    record = connection.root()["record"] = IncomingDocument()
    setattr(record, FLAG, "2026-001")
    record._View_Permission = ("AgencyMember",)
    transaction.commit()
    for told in (closed_by, lambda one: one._View_Permission == (JUDGE,) and "2026-001"):
        record._p_deactivate()
        assert record._p_state == -1 and told(record) == "2026-001"
    transaction.abort()
    connection.close()
