"""The page of docs/rest about reports of secret material, played by people on their own sessions."""

from qlvb.policy.testing import PASSWORD


def test_secret_reports(client, write, draft):
    show = write(
        "secret-reports",
        "Reports of secret material",
        "``@report-secret`` on any record that has files says that it holds a state secret (account regulation Điều 24.6). In the same moment the "
        "record and every copy of its files, whichever agency has them, are closed: everything answers 401 or 403 (files 403, acts 409), lists and "
        "searches do not name them, jobs wait. Only the head of the agency that has them reads them. Whoever reports again joins the open case. "
        "``@secret-reports`` of an agency or of the site lists the cases and ends them; it never says what a document is about.",
    )
    person, head, system = client("leminhanh"), client("nguyenthithuha"), client("quantri")
    show("Without a reason", person.post(f"{draft}/@report-secret", json={"reason": ""}), 400)
    reason = {"reason": "Có dấu TỐI MẬT ở trang đầu"}
    made = show("Report it", person.post(f"{draft}/@report-secret", json=reason), 201)
    show("Once more", person.post(f"{draft}/@report-secret", json=reason))
    assert person.get(draft).status_code in (401, 403)
    show("The cases of an agency", head.get("skhcn/@secret-reports?state=open"))
    show("A state that there is not", head.get("skhcn/@secret-reports?state=x"), 400)
    one = f"skhcn/@secret-reports/{made['case']}"
    note = {"party": "competent", "note": "Công văn số 12/SKHCN-VP ngày 05/01/2026"}
    show("The competent body was told", head.post(f"{one}/confirm", json=note))
    show("Twice", head.post(f"{one}/confirm", json=note), 409)
    ending = {"reason": "Dấu của bản mẫu, không có nội dung mật"}
    show("Only the head takes it out", system.post(f"@secret-reports/{made['case']}/take-out", json=ending), 403)
    show("With the password again", head.post(f"{one}/take-out", json={**ending, "password": "sai"}), 403)
    show("It is no secret", head.post(f"{one}/lift", json=ending))
    assert person.get(draft).status_code == 200
    show("Decided already", head.post(f"{one}/take-out", json={**ending, "password": PASSWORD}), 409)
    show("No such case", head.get("skhcn/@secret-reports/1999-001"), 404)
