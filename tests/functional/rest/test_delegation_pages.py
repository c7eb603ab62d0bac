"""The page of docs/rest about delegations and absences."""

from datetime import date
from datetime import timedelta
from qlvb.content import clock


TODAY = clock.today()
SOON = (TODAY + timedelta(days=7)).isoformat()


def test_delegations(client, write, draft):
    show = write(
        "delegations",
        "Delegations",
        "``@delegations`` of an agency lists and makes delegations. ``mode`` is ``sign``, ``review`` (no signing) or ``assist`` (prepares only). "
        "With ``tasks`` it reaches the tasks that wait for the giver's word (accepting, results, extensions), never the work itself. The receiver's work is in the "
        "boxes ``incoming.delegated``, ``outgoing.delegated`` and ``tasks.delegated``, the giver sees it in ``….delegated_away``; acts "
        "done in somebody's place name both and the basis. It ends by its date, or by the acts ``end_delegation``, ``revoke_delegation`` and "
        "``decline_delegation``.",
    )
    giver, receiver = client("nguyenthithuha"), client("buitrungkien")
    body = {
        "receiver": "buitrungkien",
        "valid_from": TODAY.isoformat(),
        "valid_to": SOON,
        "mode": "sign",
        "directions": ["outgoing"],
        "tasks": True,
        "basis": "12/GUQ-SKHCN",
    }
    made = show("Delegate", giver.post("skhcn/@delegations", json=body, headers={"Idempotency-Key": "d1"}), 201)
    again = giver.post("skhcn/@delegations", json=body, headers={"Idempotency-Key": "d1"})
    assert again.json()["UID"] == made["UID"]
    show("Somebody has the same work already", giver.post("skhcn/@delegations", json={**body, "receiver": "phamquochuy"}), 400)
    show("To oneself, without a basis", giver.post("skhcn/@delegations", json={"receiver": "nguyenthithuha", "mode": "sign"}), 400)
    show("For somebody else", receiver.post("skhcn/@delegations", json={**body, "giver": "nguyenthithuha"}), 403)
    drafter = client("leminhanh")
    assert drafter.post(f"{draft}/@acts/submit", json={"receiver": "nguyenthithuha"}).status_code == 200
    show("What waits for the receiver", receiver.get("@worklist?box=outgoing.delegated&columns=subject"))
    reason = {"reason": "Sửa lại trích yếu cho đúng"}
    assert receiver.post(f"{draft}/@acts/return", json=reason).status_code == 200
    steps = receiver.get(f"{draft}/@route").json()["items"]
    assert (steps[1]["done_by"]["id"], steps[1]["on_behalf"]["id"]) == ("buitrungkien", "nguyenthithuha")
    task, head = giver.post("skhcn/@tasks", json={"subject": "Rà soát", "leads": ["skhcn.cntt"]}).json(), client("phamquochuy")
    for act, data in (("accept_task", {}), ("complete", {"text": "Đã rà soát xong"})):
        assert head.post(f"{task['@id']}/@acts/{act}", json=data).status_code == 200
    waiting = show("The tasks among it", receiver.get("@worklist?box=tasks.delegated&columns=subject"))
    assert [item["subject"] for item in waiting["items"]] == [task["subject"]]
    assert receiver.post(f"{task['@id']}/@acts/approve_result", json={}).status_code == 200
    report = show("What was done under it", giver.get(f"{made['@id']}/@delegation"))
    assert [item["act"]["id"] for item in report["items"]] == ["approve_result", "return"]
    show("All of the agency", client("leminhanh").get("skhcn/@delegations"))
    show("Decline it as somebody else", client("leminhanh").post(f"{made['@id']}/@acts/decline_delegation", json=reason), 403)
    show("Take it back", giver.post(f"{made['@id']}/@acts/revoke_delegation", json=reason))
    show("Once more", giver.post(f"{made['@id']}/@acts/revoke_delegation", json=reason), 409)
    assert client("vanthusnv").get("skhcn/@delegations").status_code in (401, 403)


def test_absences(client, write):
    show = write(
        "absences",
        "Absences",
        "``@absences`` of an agency says who is away. Others see it and are offered the deputy; no right follows from it.",
    )
    person = client("phamquochuy")
    body = {"first": TODAY.isoformat(), "last": SOON, "note": "Đi công tác", "deputy": "leminhanh"}
    absence = show("Say that one is away", person.post("skhcn/@absences", json=body), 201)
    show("Twice", person.post("skhcn/@absences", json=body), 400)
    show("For somebody else", person.post("skhcn/@absences", json={**body, "person": "leminhanh"}), 403)
    show("Who is away", client("leminhanh").get("skhcn/@absences"))
    show("Back again", person.delete(f"skhcn/@absences/phamquochuy/{absence['id']}"), 204)
    show("There is no such absence", person.delete(f"skhcn/@absences/phamquochuy/{absence['id']}"), 404)
