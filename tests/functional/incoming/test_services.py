"""Incoming documents over HTTP, and two clerks at once."""

from base64 import b64encode
from lxml import html
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.violations import Refused
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from received import attach_pdf
from received import blank_pdf
from received import open_registers
from received import received
import requests
import threading
import transaction
from ZODB.POSException import ConflictError
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.component.hooks import setSite
import Zope2


@pytest.fixture
def record(functional_province):
    open_registers("snv")
    record = received()
    transaction.commit()
    return record


def client(userid):
    session = requests.Session()
    session.auth = (userid, PASSWORD)
    session.headers.update({"Accept": "application/json", "Accept-Language": "vi"})
    return session


def act(session, record, name, **data):
    return session.post(f"{record.absolute_url()}/@acts/{name}", json=data)


def test_the_story_over_rest(record):
    clerk, leader, specialist = client("vanthusnv"), client("tranduclong"), client("vuhaiyen")
    assert act(clerk, record, "accept").json()["arrival_number"] == 1
    assert act(clerk, record, "present", leader="tranduclong").json()["state"] == "to_direct"
    directed = act(leader, record, "direct", text="Tham mưu trả lời", lead=["vuhaiyen"], working_days=5)
    assert directed.json()["state"] == "in_progress"
    lines = specialist.get(f"{record.absolute_url()}/@lines").json()
    assert [(line["recipient_name"], line["role_title"], line["state"]) for line in lines["items"]] == [
        ("Vũ Hải Yến", "Chủ trì", "new")
    ]
    assert "Vũ Hải Yến chủ trì" in lines["standing"]
    draft = act(specialist, record, "reply").json()
    assert specialist.get(draft["url"]).json()["@type"] == "OutgoingDocument"
    assert act(specialist, record, "finish", result="Đã trả lời").json()["state"] == "finished"
    assert client("leminhanh").get(f"{record.absolute_url()}/@lines").status_code in (401, 403)


def test_a_reader_becomes_a_helper_by_the_form_and_over_rest(record):
    clerk, leader, specialist = client("vanthusnv"), client("tranduclong"), client("vuhaiyen")
    act(clerk, record, "accept")
    act(clerk, record, "present", leader="tranduclong")
    sent = {"text": "Tham mưu", "lead": ["vuhaiyen"], "information": ["phangiakhanh", "vanthusnv"]}
    assert act(leader, record, "direct", **sent).status_code == 200
    assert act(leader, record, "direct", text="Cùng làm", coordinate=["phangiakhanh"]).status_code == 200
    leader.headers["Accept"] = "text/html"
    page = html.fromstring(leader.get(f"{record.absolute_url()}/@@act/direct").text)
    (form,) = [form for form in page.forms if form.get("action", "").endswith("/@@act/direct")]
    fields = [(name, value) for name, value in form.form_values() if name != "form.widgets.text"]
    fields += [("form.widgets.text", "Đồng chí cùng làm"), ("form.widgets.coordinate", "vanthusnv")]
    answer = leader.post(form.action, data=fields)
    assert answer.status_code == 200, html.fromstring(answer.text).text_content()
    items = specialist.get(f"{record.absolute_url()}/@lines").json()["items"]
    held = {(line["recipient"], line["role"]): line for line in items}
    for userid in ("phangiakhanh", "vanthusnv"):
        assert held[userid, "information"]["replaced_by"] == held[userid, "coordinate"]["id"]
        assert held[userid, "coordinate"]["state"] == "new"


def test_many_at_once_raise_who_was_to_read(record):
    records = [record, received(document_number=31)]
    transaction.commit()
    for one in records:
        act(client("vanthusnv"), one, "accept")
        act(client("vanthusnv"), one, "present", leader="tranduclong")
        act(client("tranduclong"), one, "direct", text="Tham mưu", lead=["vuhaiyen"])
    leader = client("tranduclong")
    act(leader, record, "direct", text="Để biết", information=["phangiakhanh"])
    given = {"text": "Cùng làm", "coordinate": ["phangiakhanh"]}
    body = {"act": "direct", "items": [IUUID(one) for one in records], "data": given}
    answer = leader.post(f"{getSite().absolute_url()}/@bulk", json=body).json()
    assert [one["status"] for one in answer["items"]] == [200, 200]
    for one in records:
        items = leader.get(f"{one.absolute_url()}/@lines").json()["items"]
        lines = [line for line in items if line["recipient"] == "phangiakhanh" and line["state"] == "new"]
        assert [line["role"] for line in lines] == ["coordinate"]


def test_mistakes_are_named(record):
    answer = act(client("vanthusnv"), record, "refuse", reason="ngắn")
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["type"], error["violations"][0]["field"]) == ("too_short", "reason")
    assert "Lý do" in error["message"]
    assert act(client("vanthusnv"), record, "direct", text="x").status_code == 409
    assert act(client("vuhaiyen"), record, "accept").status_code in (401, 403)


def test_a_clerk_registers_paper_over_rest(functional_province, record):
    body = {
        "subject": "V/v mời dự hội nghị",
        "document_type": "invitation",
        "original_number": "07",
        "document_symbol": "GM-STC",
        "issue_date": "2026-01-05",
        "issuing_body": "Sở Tài chính",
        "files": [{"role": "main", "filename": "quet.pdf", "data": b64encode(blank_pdf()).decode()}],
    }
    url = f"{functional_province['snv'].absolute_url()}/@incoming"
    answer = client("vanthusnv").post(url, json=body)
    assert answer.status_code == 201
    assert (answer.json()["state"], answer.json()["arrival_number"]) == ("registered", 1)
    assert answer.headers["Location"] == answer.json()["@id"]
    again = client("vanthusnv").post(url, json=body)
    assert (again.status_code, again.json()["error"]["type"]) == (400, "duplicate")
    wrong = client("vanthusnv").post(url, json={**body, "arrival_number": 5, "color": "red"})
    assert wrong.status_code == 400
    assert {violation["field"] for violation in wrong.json()["error"]["violations"]} == {"arrival_number", "color"}
    broken = client("vanthusnv").post(url, json={**body, "files": [{"filename": "a.pdf", "data": "%%%"}]})
    assert (broken.status_code, broken.json()["error"]["type"]) == (400, "file_entry")
    assert client("vuhaiyen").post(url, json=body).status_code in (401, 403)
    transaction.begin()
    month = next(iter(functional_province["snv"]["incoming"].objectValues())).objectValues()[0]
    assert len(month.objectIds()) == 2


def test_jobs_over_rest(record):
    attach_pdf(record)
    IJobs(record).enqueue("nobody", "1")
    transaction.commit()
    getUtility(IRunner).run_pending()
    transaction.begin()
    url = f"{record.absolute_url()}/@jobs"
    jobs = client("vanthusnv").get(url).json()["items"]
    failed = next(job for job in jobs if job["kind"] == "nobody")
    assert (failed["state"], failed["error"]) == ("failed", "Hệ thống chưa có bộ xử lý cho loại tác vụ này.")
    assert next(job for job in jobs if job["kind"] == "verify_signatures")["state"] == "done"
    retried = client("vanthusnv").post(f"{url}/{failed['id']}/retry")
    assert (retried.status_code, retried.json()["state"]) == (200, "queued")
    assert client("vanthusnv").post(f"{url}/{failed['id']}/retry").status_code == 409
    assert client("vanthusnv").post(f"{url}/unknown/retry").status_code == 404
    assert client("tranduclong").get(url).status_code in (401, 403)


def at_once(*works):
    """Run each work in a thread with a connection of its own; returns their results in order."""
    site_path = "/".join(getSite().getPhysicalPath())
    start = threading.Barrier(len(works))
    results = [None] * len(works)

    def run(number, work):
        from AccessControl.SecurityManagement import newSecurityManager
        from Testing.makerequest import makerequest
        from zope.globalrequest import setRequest

        start.wait(30)
        for _turn in range(10):
            app = makerequest(Zope2.app())
            try:
                site = app.unrestrictedTraverse(site_path)
                setSite(site)
                setRequest(app.REQUEST)
                newSecurityManager(None, site.acl_users.getUserById("vanthusnv").__of__(site.acl_users))
                results[number] = work()
                transaction.commit()
                break
            except ConflictError:
                transaction.abort()
            except Refused as refused:
                transaction.abort()
                results[number] = (refused.status, [violation.code for violation in refused.violations])
                break
            finally:
                app._p_jar.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    transaction.begin()
    return results


def accept(uid):
    return lambda: IActs(uuidToObject(uid, unrestricted=True)).perform("accept")["arrival_number"]


def test_two_clerks_accept_the_same_document_at_once(record):
    uid = IUUID(record)
    results = at_once(accept(uid), accept(uid))
    assert sorted(results, key=str) == [(409, ["wrong_state"]), 1]
    assert record.arrival_number == 1


def test_clerks_accept_different_documents_at_once(record):
    uids = [IUUID(record)]
    for number in range(20, 25):
        uids.append(IUUID(received(document_number=number)))
    transaction.commit()
    results = at_once(*(accept(uid) for uid in uids))
    assert sorted(results) == [1, 2, 3, 4, 5, 6]
    book = INumberBook(uuidToObject(record.register, unrestricted=True))
    assert book.gaps() == [] and len(list(book.entries())) == 6
