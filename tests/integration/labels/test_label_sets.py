"""The words of other products over the same acts, for the people of the agency that chose them."""

from plone import api
import pytest
import re
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.violations import Refused
from qlvb.policy.labels.interfaces import SETS
from qlvb.policy.labels.interfaces import ILabelSet
from qlvb.policy.labels.languages import KEPT
from qlvb.policy.labels.words import FOLDER
from qlvb.policy.labels.words import words_of
from qlvb.workflows.outgoing.drafting import Submit
from qlvb.workflows.outgoing.issuing import Issue
from qlvb.workflows.outgoing.reviewing import FastApprove
from qlvb.workflows.outgoing.reviewing import Forward
from translations.extract import messages
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import alsoProvides


@pytest.fixture
def said(province, login_as):
    """``said(userid, message)``: what the person reads."""
    request = getRequest()
    alsoProvides(request, IQlvbLayer)
    request["LANGUAGE_TOOL"] = None

    def read(userid, message, language="vi"):
        IAnnotations(request).pop(KEPT, None)
        request.environ["HTTP_ACCEPT_LANGUAGE"] = language
        with login_as(userid):
            return translate(message, context=request)

    return read


def test_people_of_the_agency_read_the_words_that_it_chose(said):
    portal = api.portal.get()
    assert said("leminhanh", Submit.title) == "Chuyển lãnh đạo"
    ILabelSet(portal["skhcn"]).choose("tdoffice")
    assert said("leminhanh", Submit.title) == "Trình ký duyệt"
    assert said("vanthuskhcn", Issue.title) == "Gửi văn bản"
    assert said("nguyenthithuha", Forward.title) == "Gửi qua TDOffice"
    assert said("vuhaiyen", Submit.title) == "Chuyển lãnh đạo", "another agency keeps its own"
    ILabelSet(portal["skhcn"]).choose("voffice")
    assert said("leminhanh", Submit.title) == "Trình ký"
    assert said("nguyenthithuha", FastApprove.title) == "Ký nhiều văn bản"
    ILabelSet(portal["skhcn"]).choose("")
    assert said("leminhanh", Submit.title) == "Chuyển lãnh đạo"


def test_words_that_a_set_does_not_name_stay(said):
    ILabelSet(api.portal.get()["skhcn"]).choose("ioffice")
    assert said("leminhanh", Submit.title) == "Chuyển lãnh đạo"
    assert said("vanthuskhcn", Issue.title) == "Phát hành"


def test_an_unknown_set_is_refused(province):
    with pytest.raises(Refused):
        ILabelSet(api.portal.get()["skhcn"]).choose("lotus")
    assert ILabelSet(api.portal.get()["skhcn"]).chosen == ""


@pytest.fixture(scope="module")
def known():
    """Our messages, found in the source once."""
    return messages()


@pytest.mark.parametrize("set_id", [one for one in SETS if one])
def test_every_word_of_a_set_names_a_message_of_ours(set_id, known):
    for msgid, (own, said_) in words_of(set_id).items():
        assert msgid in known, msgid
        assert own in known[msgid].defaults, msgid
        assert said_ and said_ != own, msgid


@pytest.mark.parametrize("set_id", [one for one in SETS if one])
def test_no_sentence_falls_back_to_our_word_for_directing(set_id, known):
    text = (FOLDER / f"vi-{set_id}" / "LC_MESSAGES" / "qlvb.po").read_text(encoding="utf-8")
    ours = {msgid for msgid, found in known.items() if any("bút phê" in one.lower() for one in found.defaults)}
    assert "violation_direction_empty" in ours
    assert {msgid for msgid in ours if f'msgid "{msgid}"' not in text} == set()
    assert "bút phê" not in re.sub("(?m)^#.*$", "", text).lower()
