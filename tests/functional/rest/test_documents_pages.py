"""Pages of docs/rest about documents, their files and their acts."""

from documentation.examples import FIELDS
from live.story import LETTER
from live.story import upload


def test_documents(client, write):
    show = write(
        "documents",
        "Documents",
        "A document is made with POST to ``@documents`` of its agency, files and all in one transaction, and changed with PATCH. Official "
        "fields (number, symbol, state) come from acts and can never be written.",
    )
    drafter = client("leminhanh")
    body = {**FIELDS, "urgency": "urgent", "recipients": [{"name": "Sở Nội vụ", "agency": "snv", "purpose": "for_execution"}]}
    made = show("Make a draft", drafter.post("skhcn/@documents", json=body, headers={"Idempotency-Key": "a"}), 201)
    again = drafter.post("skhcn/@documents", json=body, headers={"Idempotency-Key": "a"})
    assert (again.status_code, again.json()["UID"]) == (200, made["UID"])
    address = made["@id"]
    read = show("Read it", drafter.get(address))
    show(
        "Change it",
        drafter.patch(address, json={"urgency": "normal", "revision": read["revision"]}),
        204,
        "With ``revision`` only if nobody has changed it since; ``Prefer: return=representation`` asks for the document in the answer.",
    )
    show("Change what somebody else has changed", drafter.patch(address, json={"note": "x", "revision": read["revision"]}), 409)
    show(
        "Several mistakes at once",
        drafter.post("skhcn/@documents", json={**FIELDS, "subject": "x" * 501, "urgency": "now", "document_number": 5}),
        400,
        "Every mistake is named in one answer, and nothing is stored.",
    )
    show("Years and months of an agency", drafter.get("skhcn/@periods?direction=outgoing"))


def test_files(client, write, draft):
    show = write(
        "files",
        "Files",
        "The files of a record have a role (main, annex, signed, original) and keep every version. Office files get a PDF from the worker: "
        "``pdf_state`` goes from ``queued`` to ``ready``, or to ``failed`` with the reason in ``pdf_error``.",
    )
    drafter = client("leminhanh")
    items = show("The files", drafter.get(f"{draft}/@files"))["items"]
    added = show("Add a file", drafter.post(f"{draft}/@files", json=upload("annex", "phu-luc.pdf", LETTER.read_bytes())), 201)
    main = items[0]
    show(
        "Put a new version",
        drafter.put(
            main["@id"],
            json=upload("main", "cong-van-2.pdf", LETTER.read_bytes() + b"\n%2\n"),
            headers={"If-Match": f'"{main["sha256"]}"'},
        ),
        text="With ``If-Match`` only if the current version still is the one with that SHA-256.",
    )
    show(
        "Somebody else was faster",
        drafter.put(main["@id"], json=upload("main", "x.pdf", LETTER.read_bytes()), headers={"If-Match": f'"{main["sha256"]}"'}),
        409,
    )
    show("All versions", drafter.get(f"{main['@id']}/versions"))
    words = show("What changed from one to the other", drafter.get(f"{draft}/@comparison?file={main['id']}&from=1&to=2"))
    assert {row["kind"] for row in words["items"]} == {"same"} and words["changed"] == 0
    asked = f"{draft}/@comparison?file={main['id']}"
    show("A version that is no number", drafter.get(f"{asked}&from=1&to=hai"), 400)
    assert drafter.get(f"{asked}&from=1&to=9").status_code == drafter.get(f"{draft}/@comparison?file=x&from=1&to=2").status_code == 404
    assert client("vuhaiyen").get(f"{asked}&from=1&to=2").status_code in (403, 404)
    show(
        "The bytes",
        drafter.get(f"{main['@id']}/content?version=1"),
        text="``version`` is a number or ``current``; ``rendition=pdf`` asks for the PDF. Ranges and ``If-None-Match`` are honoured; the look is "
        "written into the record's journal.",
    )
    show("Take a file off the list", drafter.delete(added["@id"]), 204)
    show(
        "A file of the wrong kind",
        drafter.post(f"{draft}/@files", json=upload("annex", "trang.html", b"<html><script>alert(1)</script></html>")),
        400,
    )
    show("The work the worker owes", drafter.get(f"{draft}/@jobs"))


def test_acts(client, write, draft):
    show = write(
        "acts",
        "Acts",
        "The state of a record changes by acts and by nothing else. ``@acts`` lists those worth showing to the person, each with what it asks for "
        "(JSON Schema) and, where it is not possible now, why; ``preview`` tells of some what they are going to do, as "
        "*Phát hành* (``issue_at_once``) tells number, recipients and files. ``@workflow`` of Plone runs the same acts.",
    )
    drafter, reviewer = client("leminhanh"), client("phamquochuy")
    show("What can be done now", drafter.get(f"{draft}/@acts"))
    show("One act", drafter.get(f"{draft}/@acts/submit"))
    key = {"Idempotency-Key": "k1"}
    data = {"receiver": "phamquochuy", "expected_state": "draft"}
    done = show("Do it", drafter.post(f"{draft}/@acts/submit", json=data, headers=key))
    again = show("The same request again", drafter.post(f"{draft}/@acts/submit", json=data, headers=key), text="Nothing happens twice.")
    assert again == done
    show("Somebody was faster", drafter.post(f"{draft}/@acts/submit", json=data), 409)
    show("Out of turn", reviewer.post(f"{draft}/@acts/number", json={}), 409)
    show("What is asked for is missing", reviewer.post(f"{draft}/@acts/return", json={"reason": "ngắn"}), 400)
    show("Return it", reviewer.post(f"{draft}/@acts/return", json={"reason": "Bổ sung thời hạn góp ý."}))
    show("The route of a draft", drafter.get(f"{draft}/@route"))
    show("Plone's own service", drafter.get(f"{draft}/@workflow"))
    show("The journal", drafter.get(f"{draft}/@journal?b_size=2"))
    show("Who can see it, and why", drafter.get(f"{draft}/@who-can-see"))
