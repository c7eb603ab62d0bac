"""Before it is too late: the head does not agree, and a record is kept after all."""

from disposing import ARCHIVIST
from disposing import EXECUTOR
from disposing import EXPERT
from disposing import HEAD
from disposing import SCANNED
from disposing import UNIT
from disposing import begun
from disposing import decided
from disposing import examined
from disposing import expired_dossier
from disposing import propose
from disposing import state
from datetime import timedelta
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.twins import proposed_in
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.safety.watching import failed_account
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.disposal.passwords import password_violations
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


DEPUTY = "buitrungkien"
WHY = "Còn vụ kiện liên quan đến hồ sơ"


@pytest.fixture
def two(approved, keys, later):
    return expired_dossier(approved)[0], expired_dossier(approved, "01.TH")[0]


def test_the_head_does_not_agree_and_nothing_is_destroyed(two, person):
    disposal = propose(*two)
    examined(disposal, person)
    assert person("buitrungkien").is_refused(disposal, "refuse_disposal", why=WHY) == (403, {("", "not_head")})
    assert person(ARCHIVIST).is_refused(disposal, "refuse_disposal", why=WHY)[0] == 403
    assert person(HEAD).is_refused(disposal, "refuse_disposal", why="Không")[0] == 400
    person(HEAD).does(disposal, "refuse_disposal", why=WHY)
    assert state(disposal) == "cancelled" and [state(one) for one in two] == ["closed", "closed"]
    assert [proposed_in(one) for one in two] == [None, None]
    assert not [grant for grant in IGrants(disposal).all() if grant.principal == EXPERT]
    [entry] = IJournal(disposal).entries(events=["act.refuse_disposal"])
    assert (entry.actor, entry.detail["comment"]) == (HEAD, WHY)
    assert "không đồng ý hủy" in translate(getUtility(INotices).of(ARCHIVIST).newest()[0].text, target_language="vi")
    assert person(HEAD).is_refused(disposal, "decide", number="1", **SCANNED, password=PASSWORD)[0] in (403, 409)


@pytest.mark.parametrize(("until", "who"), [(examined, HEAD), (decided, ARCHIVIST), (begun, ARCHIVIST)])
def test_one_record_is_kept_in_the_last_moment_and_the_rest_is_destroyed(two, person, until, who):
    spared, gone = two
    disposal = propose(*two)
    until(disposal, person)
    assert person(UNIT).is_refused(disposal, "spare_items", items=[spared.code], why=WHY)[0] == 403
    assert person(DEPUTY).is_refused(disposal, "spare_items", items=[spared.code], why=WHY)[0] == 403
    assert not person(DEPUTY).is_offered(disposal).get("spare_items")
    assert person(who).is_refused(disposal, "spare_items", items=["99.XX"], why=WHY) == (400, {("items", "not_listed")})
    both = [one.code for one in two]
    assert person(who).is_refused(disposal, "spare_items", items=both, why=WHY) == (409, {("items", "no_items")})
    person(who).does(disposal, "spare_items", items=[spared.code], why=WHY)
    assert proposed_in(spared) is None and ISheet(disposal).named(spared.code).why == WHY
    assert person(who).is_refused(disposal, "spare_items", items=[spared.code], why=WHY)[0] in (400, 409)
    if until is examined:
        person(HEAD).does(disposal, "decide", number="20/QĐ-SKHCN", **SCANNED, password=PASSWORD)
    if until is not begun:
        person(EXECUTOR).does(disposal, "execute_disposal", keeper=ARCHIVIST, witness=UNIT, password=PASSWORD)
    with held(now() + timedelta(hours=25)):
        getUtility(IRunner).run_pending()
    assert [state(one) for one in (disposal, spared, gone)] == ["executed", "closed", "destroyed"]


def test_a_password_typed_wrongly_again_counts_as_a_sign_in_that_failed(province):
    """It could be guessed here without anybody hearing of it: five in a row are logged, as at the sign-in page."""
    request = getRequest()
    assert password_violations(HEAD, PASSWORD) == [] and failed_account(request) == ""
    assert [one.code for one in password_violations(HEAD, "Sai-mat-khau-2026")] == ["password_wrong"]
    assert failed_account(request) == HEAD
