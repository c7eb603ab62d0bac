"""Being away: told and offered, never forced."""

from datetime import timedelta
from outgoing_story import DAY
from outgoing_story import DEPUTY
from outgoing_story import REVIEWER
import pytest
from qlvb.content.clock import held
from qlvb.content.violations import Refused
from qlvb.workflows.delegation.absences import absence_violations
from qlvb.workflows.delegation.interfaces import IAbsences
from zope.component import getUtility
from zope.i18n import translate
from zope.schema.vocabulary import getVocabularyRegistry


def away(userid=REVIEWER, days=3, **values):
    given = {"first": DAY, "last": DAY + timedelta(days=days), "note": "", "deputy": "hoangvanluu", **values}
    return getUtility(IAbsences).set(userid, given, userid)


def offered(draft, login_as):
    with login_as("leminhanh"):
        terms = getVocabularyRegistry().get(draft, "qlvb.outgoing.receivers")
        return {term.value: translate(term.title, target_language="vi") for term in terms}


def test_the_deputy_is_offered_and_the_absent_stays(draft, cast, login_as):
    assert "hoangvanluu" not in offered(draft, login_as)
    away()
    found = offered(draft, login_as)
    assert found[REVIEWER].endswith("vắng mặt đến 08/01/2026, người thay: Hoàng Văn Lưu")
    assert "hoangvanluu" in found
    cast.drafter.does(draft, "submit", receiver=REVIEWER)
    assert cast.reviewer.sees(draft) and not cast.archivist.sees(draft)


def test_it_passes_by_itself(draft, login_as):
    away()
    with held(DAY + timedelta(days=4)):
        assert "hoangvanluu" not in offered(draft, login_as)
        assert getUtility(IAbsences).of_agency("skhcn") == []


def test_mistakes(province, clock):
    away()
    for values, code in (
        ({"first": DAY + timedelta(days=1)}, "overlapping"),
        ({"userid": DEPUTY, "deputy": DEPUTY}, "deputy_unknown"),
        ({"userid": "nobody"}, "account_disabled"),
        ({"userid": DEPUTY, "note": "x" * 501}, "too_long"),
    ):
        with pytest.raises(Refused) as caught:
            away(**values)
        assert [violation.code for violation in caught.value.violations] == [code]


@pytest.mark.parametrize(
    "first, last, code",
    [
        (DAY, DAY, None),
        (DAY - timedelta(days=9), DAY, None),
        (DAY - timedelta(days=9), DAY - timedelta(days=1), "period_past"),
        (DAY, DAY - timedelta(days=1), "period_reversed"),
        (None, DAY, "period_missing"),
        (DAY, DAY + timedelta(days=366), "period_long"),
    ],
)
def test_periods(first, last, code):
    assert [found.code for found in absence_violations(first, last, DAY)] == ([code] if code else [])
