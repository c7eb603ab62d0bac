"""What each role may do, as the screen says it, against the acts themselves."""

from qlvb.policy.roles.table import holders
from qlvb.policy.roles.table import role_groups
from qlvb.workflows.accounts.requests.creation import create_request
from qlvb.workflows.acts.interfaces import IActs


def acts_of(role, type_id):
    (group,) = [one for one in role_groups() if one.role == role]
    return {act: states for one in group.abilities if one.type_id == type_id for act, _title, states in one.acts}


def test_roles_are_those_of_the_state_machines(province):
    clerk = acts_of("RecordsClerk", "IncomingDocument")
    assert {"accept", "present"} <= set(clerk) and "direct" not in acts_of("AgencyMember", "IncomingDocument")
    assert "sign" not in acts_of("RecordsClerk", "OutgoingDocument")
    assert set(acts_of("Manager", "AccountRequest")) == {"take_request", "complete_request", "return_request"}
    assert set(acts_of("AgencyAdministrator", "AccountRequest")) == {"resubmit_request", "withdraw_request"}
    states = acts_of("Manager", "AccountRequest")["take_request"]
    assert [state.default for state in states] == ["Mới"]


def test_the_screen_says_what_can_be_done(province, login_as):
    values = {
        **{"receiver": "Tạ Hồng Quân", "receiver_post": "Quản trị", "receiver_unit": "Sở", "receiver_phone": "1"},
        **{"kind": "withdraw", "people": [{"account": "leminhanh", "reason": "left"}]},
    }
    with login_as("skhcnqtdv"):
        request = create_request("skhcn", values, "skhcnqtdv")
        assert {act.id for act in IActs(request).all()} <= set(acts_of("AgencyAdministrator", "AccountRequest"))
    with login_as("quantri"):
        assert {act.id for act in IActs(request).all()} <= set(acts_of("Manager", "AccountRequest"))


def test_holders_by_agency(province):
    found = {agency.id: [person.userid for person in people] for agency, people in holders("clerk")}
    assert found["skhcn"] == ["vanthuskhcn"] and found["snv"] == ["vanthusnv"]
