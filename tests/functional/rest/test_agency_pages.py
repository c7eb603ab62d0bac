"""Pages of docs/rest about lists, registers, dossiers, received documents and the organisation."""

from documentation.examples import YEAR
from live.story import LETTER
from live.story import upload


def test_worklist(client, write, draft):
    show = write(
        "worklist",
        "Worklists",
        "A box is one query behind a tile, a menu count, a tab and a list. ``@worklist`` gives the boxes of the person with their counts, "
        "``@worklist?box=…`` a page of one, in plone.restapi's batch envelope. Filters are query parameters; repeat one to give a list.",
    )
    drafter = client("leminhanh")
    show("The boxes", drafter.get("@worklist"))
    show("One box", drafter.get("@worklist?box=outgoing.drafts&b_size=10"))
    show("Filtered", drafter.get("@worklist", params={"box": "outgoing.mine", "text": "trien khai"}), text="No accents are needed.")
    show("Chosen columns", drafter.get("@worklist?box=outgoing.drafts&columns=reference,subject,changed"))
    show("No such box", drafter.get("@worklist?box=nothing"), 400)


def test_records(client, write, draft):
    show = write(
        "records",
        "All records",
        "``@records`` lists what the person may view of all documents and dossiers. Every filter is a query parameter; repeat one to give a "
        "list. ``columns`` chooses what rows have, ``facets`` counts the values of a column. Follow the links of ``batching`` from page to page: "
        "they find the next page at once, however far it is.",
    )
    drafter = client("leminhanh")
    show(
        "Found by words, with chosen columns and facets",
        drafter.get("@records?text=trien%20khai&columns=subject,reference,changed&facets=direction,year"),
    )
    show("A page", drafter.get("@records?type=Dossier&sort_on=subject&b_size=1&columns=reference,subject"))
    show("No such column", drafter.get("@records?columns=password"), 400)
    show("Too many rows at once", drafter.get("@records?b_size=1000000"), 400)


def test_register(client, write):
    show = write(
        "register",
        "Registers",
        "Numbers are taken by acts (``number``, ``accept``); a register shows them, sets numbers aside and voids them. A number is never given twice.",
    )
    clerk = client("vanthuskhcn")
    book = f"skhcn/registers/cong-van-di-{YEAR}"
    reserved = show(
        "Set the next number aside",
        clerk.post(
            f"{book}/@register",
            json={"reason": "Giữ cho báo cáo quý", "expires": f"{YEAR}-12-31"},
            headers={"Idempotency-Key": "r1"},
        ),
        201,
    )
    show("Without a reason", clerk.post(f"{book}/@register", json={"expires": f"{YEAR}-12-31"}), 400)
    show("One number", clerk.get(f"{book}/@register/{reserved['number']}"))
    void = {"status": "voided", "reason": "Báo cáo không phát hành nữa"}
    show("Void a number", clerk.patch(f"{book}/@register/{reserved['number']}", json=void))
    show("Void it again", clerk.patch(f"{book}/@register/{reserved['number']}", json=void), 409)
    show("The register", clerk.get(f"{book}/@register?b_size=10&sort_order=descending&check=1"), text="``check=1`` adds the findings of an inspection.")
    show("Narrowed and sorted", clerk.get(f"{book}/@register?text=1&sort_on=-date"))
    show("Its journal", clerk.get(f"{book}/@journal"))
    assert client("vanthusnv").get(f"{book}/@register").status_code in (401, 403)


def test_dossiers(client, write, draft):
    show = write(
        "dossiers",
        "Dossiers",
        "Dossiers are opened from the agency's catalogue of the year. Documents are referenced in them with an order number, never copied; one "
        "document may be in several.",
    )
    holder = client("leminhanh")
    found = show("Dossiers of an agency", holder.get("skhcn/@dossiers", params={"state": "open", "text": "nang cap", "year": YEAR}))
    dossier = found["items"][0]
    uid = holder.get(draft).json()["UID"]
    show("File a document", holder.post(f"{dossier['@id']}/@contents", json={"document": uid}), 201)
    show("The contents", holder.get(f"{dossier['@id']}/@contents"))
    show("Take it out", holder.delete(f"{dossier['@id']}/@contents/{uid}", json={"reason": "Lưu nhầm hồ sơ của việc khác"}), 204)
    show("It is not in there", holder.delete(f"{dossier['@id']}/@contents/{uid}", json={"reason": "Lưu nhầm hồ sơ"}), 404)
    body = {"year": YEAR, "heading": "cntt", "title": "Hồ sơ mua sắm máy chủ", "retention_kind": "years", "retention_years": 10}
    show("Open a dossier that the catalogue does not foresee", holder.post("skhcn/@dossiers", json=body), 201)
    show("What can be done with a dossier", holder.get(f"{dossier['@id']}/@acts"))


def test_incoming(client, write):
    show = write(
        "incoming",
        "Received documents",
        "What another agency of the site issues arrives by itself and waits for the clerk; what comes on paper is entered with ``@incoming``.",
    )
    clerk, leader, reader = client("vanthusnv"), client("tranduclong"), client("phangiakhanh")
    body = {
        "subject": "V/v góp ý dự thảo quy chế",
        "document_type": "official_letter",
        "issuing_body": "Công ty Sao Mai",
        "document_symbol": "15/SM-KT",
        "issue_date": f"{YEAR}-01-05",
        "files": [upload("signed", "cong-van.pdf", LETTER.read_bytes())],
    }
    received = show("Enter and register what came on paper", clerk.post("snv/@incoming", json=body), 201)["@id"]
    show(
        "Ask the leader",
        clerk.post(f"{received}/@acts/present", json={"leader": "tranduclong", "proposal": "Kính trình Giám đốc phân công."}),
    )
    direction = {"text": "Giao đồng chí Yến chủ trì.", "lead": ["vuhaiyen"], "information": ["phangiakhanh"], "working_days": 5}
    show("The leader decides", leader.post(f"{received}/@acts/direct", json=direction))
    show("The assignment lines", leader.get(f"{received}/@lines"))
    read = show("Note that one has opened it", reader.post(f"{received}/@lines"), text="A line for information is finished by that.")
    assert [line["state"] for line in read["items"]] == ["new", "finished"]
    show("Finish", client("vuhaiyen").post(f"{received}/@acts/finish", json={"result": "Đã có văn bản góp ý."}))
    show("What the sender is told", clerk.get(f"{received}/@deliveries"))
    show("Its signatures", clerk.get(f"{received}/@signatures"))


def test_organisation(client, write):
    show = write(
        "organisation",
        "Organisation",
        "Agencies, departments and people, found by ``text`` without accents. Userids and path ids found here are what other services take.",
    )
    person = client("leminhanh")
    show("Find agencies and people", person.get("@directory", params={"text": "noi vu"}))
    show("The leaders of an agency", person.get("@directory?agency=skhcn&function=leader"))
    show("A mistake", person.get("@directory?function=leader"), 400)


def test_accounts(client, write):
    show = write(
        "accounts",
        "Accounts of an agency",
        "What the administrator of an agency looks after: lists of accounts (first password not changed, unused for six months, soon to be "
        "suspended, suspended), suspension with its reason, and the open work of those who leave.",
    )
    admin = client("skhcnqtdv")
    body = {"basis": "agency", "reason": "Đi học dài hạn, cơ quan đề nghị."}
    show("Without a reason", admin.post("people/leminhanh/@suspension", json={"basis": "agency"}), 400)
    show("Suspend an account", admin.post("people/leminhanh/@suspension", json=body), 201)
    show("Twice", admin.post("people/leminhanh/@suspension", json=body), 409)
    show("What its owner is told, whatever he asks for", client("leminhanh").get("@worklist"), 403)
    show("The lists", admin.get("skhcn/@accounts?state=suspended"))
    show("No such list", admin.get("skhcn/@accounts?state=nobody"), 400)
    show("Let it be used again", admin.delete("people/leminhanh/@suspension", json={"reason": "Đã đi học về, làm việc lại."}), 204)
    assert client("leminhanh").get("@worklist").status_code == 200
    assert client("vanthusnv").get("skhcn/@accounts").status_code in (401, 403)
    show("The same act by its name", admin.get("people/leminhanh/@acts"), text="As of records: ``POST @acts/suspend_account``.")


def test_account_requests(client, write):
    show = write(
        "account-requests",
        "Requests for accounts",
        "The forms Mẫu 01 (new), 02 (change) and 03 (withdrawal) of the account regulation. An agency's administrator sends a request with a "
        "row for each person or agency; the system's administrator takes it up, completes or returns it within three working days "
        "(``days_left``). Completing makes, changes or withdraws the accounts; names follow Article 6 and are never given twice.",
    )
    admin, system = client("skhcnqtdv"), client("quantri")
    body = {
        "kind": "new",
        "receiver": "Tạ Hồng Quân",
        "receiver_post": "Quản trị đơn vị",
        "receiver_unit": "Sở Khoa học và Công nghệ",
        "receiver_phone": "0203 000 111",
        "people": [{"fullname": "Lê Minh Anh", "post": "Chuyên viên", "unit": "Phòng CNTT", "email": "anh2@sonhai.example"}],
    }
    wrong = {**body, "people": [{"fullname": "Lê Minh Anh"}]}
    show("A row that lacks something", admin.post("skhcn/@account-requests", json=wrong), 400)
    sent = show("Send a request", admin.post("skhcn/@account-requests", json=body), 201)["@id"]
    show("What waits in the province", system.get("@account-requests"))
    assert client("vanthuskhcn").get(sent).status_code in (401, 403)
    show("Return it", system.post(f"{sent}/@acts/return_request", json={"reason": "Chưa ghi số điện thoại."}))
    rows = [{**body["people"][0], "phone": "0900 111 222"}]
    show("Amend it", admin.patch(f"{sent}/@account-request", json={"people": rows}))
    show("Send it again", admin.post(f"{sent}/@acts/resubmit_request", json={}))
    show("Nothing to amend any more", admin.patch(f"{sent}/@account-request", json={"people": rows}), 409)
    show("Take it up", system.post(f"{sent}/@acts/take_request", json={}))
    show("Complete it", system.post(f"{sent}/@acts/complete_request", json={"answer": "Đã cấp."}))
    show("The account that was made", admin.get(f"{sent}/@account-request"))
    show("How the agency's requests stand", admin.get("skhcn/@account-requests?state=done"))
    show("No such list", admin.get("skhcn/@account-requests?state=lost"), 400)


def test_account_rules(client, write):
    show = write(
        "account-rules",
        "Rules of accounts",
        "The numbers of the account regulation, for all agencies: the age of passwords (Article 16), how long an account may lie unused before "
        "it is suspended, how long before that people are warned, and when a suspended one is due for withdrawal (Article 8). Whoever has a "
        "password that somebody else gave, or one that is too old, is answered with 403 (``password_first``, ``password_expired``) by every "
        "service but ``@users/<account>/reset-password`` and ``@login``; accounts of other systems are exempt.",
    )
    system = client("quantri")
    show("The rules", system.get("@account-rules"))
    show("Change one", system.patch("@account-rules", json={"warned_days": 45}))
    show("What cannot be", system.patch("@account-rules", json={"password_months": 0}), 400)
    assert client("skhcnqtdv").get("@account-rules").status_code in (401, 403)


def test_feedback(client, write):
    show = write(
        "feedback",
        "Feedback",
        "What people say about the software: kept by their agency, answered by its administrator, seen as a whole by the system's. ``screen`` "
        "holds names of pages and kinds, never anything of a record.",
    )
    person, admin = client("leminhanh"), client("skhcnqtdv")
    body = {"text": "Danh sách cuộn về đầu sau khi duyệt", "kind": "fault", "group": "outgoing", "screen": "worklist outgoing.to_review"}
    made = show("Say something", person.post("skhcn/@feedback", json=body), 201)
    show("Mistakes", person.post("skhcn/@feedback", json={"text": "", "kind": "praise"}), 400)
    show("The list of the agency", admin.get("skhcn/@feedback?state=new"))
    show("Take it into the summary", admin.patch(f"skhcn/@feedback/{made['id']}", json={"state": "gathered"}))
    show("Answer", admin.patch(f"skhcn/@feedback/{made['id']}", json={"answer": "Đã sửa ở bản tháng 12."}))
    show("No such feedback", admin.patch("skhcn/@feedback/nothing", json={"answer": "Đã sửa."}), 404)
    show("What the author sees", person.get("skhcn/@own-feedback"))
    show("The whole province", client("quantri").get("@feedback"))
    assert person.get("skhcn/@feedback").status_code in (401, 403)


def test_operations(client, write):
    show = write(
        "operations",
        "How the system runs",
        "For the system's administrator: sending times against the five seconds of the regulation, queues, failed work, backups (as those who "
        "make them tell), room on the disk.",
    )
    system = client("quantri")
    show("Tell of a backup", system.post("@backups", json={"place": "Kho ngoài, băng 12", "size": 52428800}), 201)
    show("Tell of one that failed", system.post("@backups", json={"good": False, "note": "Đĩa đầy"}), 201)
    show("A mistake", system.post("@backups", json={"when": "hôm qua"}), 400)
    show("The list of backups", system.get("@backups"))
    state = system.get("@system-state")
    assert state.status_code == 200 and {line["group"] for line in state.json()["queues"]} >= {"exchange", "recognition"}
    show("Failed work", system.get("@failed-jobs?group=exchange"))
    show("No such queue", system.get("@failed-jobs?group=nothing"), 400)
    show("Set one going again: there is none", system.post("@failed-jobs/nothing"), 404)
    show("Unusual sign-ins", system.get("@safety-log?kind=sign_in"))
    show("Blocked files", system.get("@safety-log?kind=file&all=1"))
    show("No such list", system.get("@safety-log?kind=nothing"), 400)
    show("Mark events as seen", system.post("@safety-log", json={"kind": "sign_in", "ids": ["nothing"]}))
    show("A mistake in it", system.post("@safety-log", json={"kind": "sign_in", "ids": "all"}), 400)
    assert client("skhcnqtdv").get("@system-state").status_code in (401, 403)


def test_maintenance(client, write):
    show = write(
        "maintenance",
        "Maintenance notices, roles, yearly report of accounts",
        "What both administrators tell and ask beside the accounts themselves. A planned interruption is announced at least one working day "
        "before; everybody sees it until it is over. ``@roles`` says what each role may do, by the acts and state machines themselves. "
        "``@account-report`` gives the numbers of form 04.",
    )
    system, admin = client("quantri"), client("skhcnqtdv")
    soon = {"start": f"{YEAR}-01-05T18:00", "end": f"{YEAR}-01-05T20:00", "text": "Nâng cấp máy chủ"}
    show("Too soon", system.post("@maintenance", json=soon), 400)
    good = {"start": f"{YEAR + 1}-12-06T18:00", "end": f"{YEAR + 1}-12-06T20:00", "text": "Nâng cấp máy chủ"}
    made = show("Announce an interruption", system.post("@maintenance", json=good), 201)
    show("What everybody sees", client("leminhanh").get("@maintenance"))
    show("Call it off", system.delete(f"@maintenance/{made['id']}"), 204)
    show("Twice", system.delete(f"@maintenance/{made['id']}"), 409)
    assert admin.post("@maintenance", json=good).status_code in (401, 403)
    show("What each role may do", system.get("@roles"))
    show("The yearly report", admin.get("skhcn/@account-report"))


def test_fields_of_work(client, write):
    show = write(
        "fields-of-work",
        "Fields of work",
        "Lĩnh vực: a list of the site (its administrator) and one of each agency (the agency's administrator), proposed where documents are entered "
        "and searched for. Documents keep their field as text, so renaming and retiring change none, and other texts stay possible.",
    )
    system, admin, drafter = client("quantri"), client("skhcnqtdv"), client("leminhanh")
    made = show("Add one for everybody", system.post("@fields-of-work", json={"title": "Biển và hải đảo"}), 201)
    own = show("Add one for the agency", admin.post("skhcn/@fields-of-work", json={"title": "Sáng kiến"}), 201)
    show("It is there already", admin.post("skhcn/@fields-of-work", json={"title": "SÁNG KIẾN"}), 400)
    show("What is proposed to people of the agency", drafter.get("skhcn/@fields-of-work?text=kien"))
    show("Rename it", admin.patch(f"skhcn/@fields-of-work/{own['id']}", json={"title": "Sáng kiến, sáng chế"}))
    show("Retire it", admin.patch(f"skhcn/@fields-of-work/{own['id']}", json={"retired": True}))
    show("The agency's own list, with what is retired", drafter.get("skhcn/@fields-of-work?all=1"))
    show("The journal of changes", admin.get("skhcn/@fields-of-work-changes"))
    show("No such field", admin.patch("skhcn/@fields-of-work/nothing", json={"retired": True}), 404)
    assert admin.patch(f"@fields-of-work/{made['id']}", json={"title": "Biển"}).status_code in (401, 403)
    assert drafter.post("skhcn/@fields-of-work", json={"title": "Khác"}).status_code in (401, 403)
    assert drafter.get("skhcn/@fields-of-work-changes").status_code in (401, 403)
    assert client("vanthusnv").patch(f"skhcn/@fields-of-work/{own['id']}", json={"title": "Khác"}).status_code in (401, 403)
