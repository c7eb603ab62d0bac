"""The list of people to choose from."""

import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


@pytest.fixture
def people(province):
    return getUtility(IVocabularyFactory, name="qlvb.people")


def test_people_of_the_agency(people, portal):
    found = people(portal["skhcn"]["outgoing"])
    userids = [term.value for term in found]
    assert "leminhanh" in userids and "vuhaiyen" not in userids
    assert len(found) == len(userids) == len(set(userids))
    assert all(userid in found for userid in userids)
    for other in ("vuhaiyen", "nobody", "", None):
        assert other not in found
    assert found.getTermByToken("leminhanh").title == found.getTerm("leminhanh").title == "Lê Minh Anh"
    for missing in ("vuhaiyen", "zz"):
        with pytest.raises(LookupError):
            found.getTermByToken(missing)


def test_everybody_outside_agencies(people, portal):
    userids = [term.value for term in people(portal)]
    assert {"leminhanh", "vuhaiyen"} <= set(userids)
    assert "vuhaiyen" in people(None)


def test_whoever_a_record_names_stays(people, portal):
    document = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {"subject": "A"}, "leminhanh")
    document.signatory = "danghoan"
    assert "danghoan" in people(document)
    assert [term.title for term in people(document)][-1] == "danghoan"
