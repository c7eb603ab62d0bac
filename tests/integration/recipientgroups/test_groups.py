"""Groups of recipients of an agency: kept whole or not at all."""

import pytest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.recipientgroups.groups import MOST_RECIPIENTS
from qlvb.content.recipientgroups.interfaces import IRecipientGroups
from qlvb.content.violations import Refused
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


SNV = {"name": "Sở Nội vụ", "agency": "snv", "identifier": "H99.08"}
OUTSIDE = {"name": "Công ty Sao Mai", "channel": "outside", "address": "Số 3 đường Cảng"}


@pytest.fixture
def groups(province):
    return IRecipientGroups(getUtility(IDirectory).agency_object("skhcn"))


def refused(groups, title, recipients):
    with pytest.raises(Refused) as found:
        groups.save(title, recipients, "vanthuskhcn")
    return found.value.status, {violation.code for violation in found.value.violations}


def test_reading_writes_nothing(groups):
    assert groups.all() == [] and groups.get("x") is None
    assert "qlvb.recipient_groups" not in IAnnotations(groups.agency)


def test_saving_completes_the_rows_as_a_draft_would(groups):
    made = groups.save("  Các  sở ", [SNV, OUTSIDE], "vanthuskhcn")
    assert (made.title, [row["channel"] for row in made.recipients]) == ("Các sở", ["internal", "outside"])
    assert {row["purpose"] for row in made.recipients} == {"for_execution"}
    assert groups.get(made.id) == made


def test_the_same_name_is_the_same_group(groups):
    first = groups.save("Các sở", [SNV, OUTSIDE], "vanthuskhcn")
    groups.save("Báo chí", [OUTSIDE], "vanthuskhcn")
    again = groups.save("CÁC SỞ", [SNV], "skhcnqtdv")
    assert again.id == first.id and [group.title for group in groups.all()] == ["Báo chí", "CÁC SỞ"]
    assert (len(again.recipients), again.by) == (1, "skhcnqtdv")


@pytest.mark.parametrize(
    "title, recipients, codes",
    [
        ("", [SNV], {"group_title"}),
        ("x" * 101, [SNV], {"group_title"}),
        (None, [], {"group_title", "group_rows"}),
        ("Các sở", None, {"group_rows"}),
        ("Các sở", "snv", {"group_rows"}),
        ("Các sở", [OUTSIDE] * (MOST_RECIPIENTS + 1), {"group_rows"}),
        ("Các sở", ["snv"], {"field_wrong_value"}),
        ("Các sở", [SNV, SNV], {"recipient_twice"}),
        ("Các sở", [{**OUTSIDE, "channel": "pigeon"}], {"field_not_allowed"}),
        ("Các sở", [{"name": "Ai đó", "channel": "internal"}], {"recipient_agency_missing"}),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(groups, title, recipients, codes):
    assert refused(groups, title, recipients) == (400, codes)
    assert groups.all() == []


def test_removing(groups):
    made = groups.save("Các sở", [SNV], "vanthuskhcn")
    groups.remove(made.id)
    with pytest.raises(Refused) as found:
        groups.remove(made.id)
    assert found.value.status == 404 and groups.all() == []
