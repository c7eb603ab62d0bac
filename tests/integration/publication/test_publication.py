"""Published documents are shown until their day, and really taken down after it."""

from datetime import date
from datetime import datetime
from holding import place
from outgoing_story import make_draft
from outgoing_story import take_to
import pytest
from qlvb.content import clock as clocks
from qlvb.content.clock import held
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.index.building import collected_tokens
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outgoing.standing import standing
from qlvb.workflows.publication.browser.page import published_rows
from qlvb.workflows.publication.ending import TakeDown
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.publication.interfaces import IPublished
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.globalrequest import getRequest


@pytest.fixture
def issued(draft, cast, sent):
    return take_to(draft, cast, "issued")


def shown(scopes=("public",)):
    return getUtility(IPublished).documents(scopes)


def test_reading_writes_nothing(issued):
    assert not IPublication(issued).shown() and shown() == []
    assert "qlvb.publication" not in IAnnotations(issued)


def test_the_clerk_publishes_and_takes_down(issued, cast, portal):
    assert cast.drafter.is_refused(issued, "publish", until="2026-02-01")[0] == 403
    cast.clerk.does(issued, "publish", until="2026-02-01")
    said = standing(issued)["sentence"]
    assert (said, said.mapping) == ("standing_published", {"day": "01/02/2026"})
    assert shown() == [issued] and "outgoing.published|skhcn.clerk" in collected_tokens(issued)
    request = getRequest()
    request.form.clear()
    request.form["uid"] = issued.UID()
    assert portal.unrestrictedTraverse("@@published-file")().startswith(b"%PDF")
    cast.clerk.does(issued, "unpublish")
    assert standing(issued)["sentence"] == "standing_issued"
    assert shown() == [] and "outgoing.published|skhcn.clerk" not in collected_tokens(issued)
    with pytest.raises(NotFound):
        portal.unrestrictedTraverse("@@published-file")()
    assert cast.clerk.is_refused(issued, "unpublish")[0] == 409


def test_what_a_case_holds_is_taken_down_and_not_shown(issued, cast):
    cast.clerk.does(issued, "publish", until="2026-02-01")
    place(issued)
    assert cast.clerk.is_refused(issued, "publish", until="2026-03-01") == (409, {("", "locked")})
    cast.clerk.does(issued, "unpublish")
    with pytest.raises(RecordHeld):
        IPublication(issued).publish("public", date(2026, 3, 1), "vanthuskhcn")
    assert shown() == []


def test_it_is_gone_after_its_last_day(issued, cast, monkeypatch):
    cast.clerk.does(issued, "publish", until="2026-01-10")
    with held(date(2026, 1, 10)):
        assert shown() == [issued]
    with held(date(2026, 1, 11)):
        assert shown() == []
        monkeypatch.setattr("qlvb.workflows.publication.ending.transaction.commit", lambda: None)
        assert TakeDown().run(datetime(2026, 1, 11, 1, tzinfo=clocks.VIETNAM)) == {"taken_down": 1}
        assert TakeDown().run(datetime(2026, 1, 11, 2, tzinfo=clocks.VIETNAM)) == {"taken_down": 0}
    assert IPublication(issued).scope == ""


def test_a_recalled_document_is_shown_no_longer(issued, cast):
    cast.clerk.does(issued, "publish", until="2026-02-01")
    fire(issued, "recall")
    assert shown() == []


def test_what_is_only_for_accounts_is_not_shown_to_the_public(issued, cast, login_as):
    cast.clerk.does(issued, "publish", until="2026-02-01", scope="members")
    assert shown() == [] and shown(("public", "members")) == [issued]
    with login_as("vanthusnv"):
        assert [row["uid"] for row in published_rows()] == [issued.UID()]


def test_secret_documents_never(province, clock, keys, registers, cast, sent):
    secret = take_to(make_draft(secrecy="secret"), cast, "issued")
    assert cast.clerk.is_refused(secret, "publish", until="2026-02-01")[0] in (400, 403)
    IPublication(secret).publish("public", date(2026, 2, 1), "vanthuskhcn")
    assert shown() == []


@pytest.mark.parametrize("until", ["2026-01-04", "2046-01-01"])
def test_the_last_day_has_to_make_sense(issued, cast, until):
    assert cast.clerk.is_refused(issued, "publish", until=until) == (400, {("until", "publish_until")})
