"""The page of docs/rest about fields that an agency adds, and the screens on which they are defined, entered and read."""

from documentation.examples import YEAR
from html import unescape
from live.story import LETTER
from live.story import upload
from lxml import html
from openpyxl import load_workbook
import pytest
from qlvb.content.additional.definition import AdditionalField
from qlvb.content.additional.interfaces import IAdditionalFields
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.importing.importer import Importer
from qlvb.workflows.importing.interfaces import Row
from qlvb.workflows.importing.keys import ImportedKeys
from qlvb.workflows.importing.rules import own_labels
from qlvb.workflows.importing.sheets import write_template
import transaction
from zope.component import getUtility


LOT = {"label": "Số lô", "kind": "text"}
COST = {"label": "Kinh phí", "kind": "number", "types": ["OutgoingDocument", "Dossier"]}
SITE = {"label": "Hiện trường", "kind": "choice", "choices": ["Kho 1", "Kho 2"]}
NEW = {"@type": "OutgoingDocument", "subject": "V/v kiểm kê kho", "document_type": "official_letter"}


@pytest.fixture
def defined(site):
    """Lot, cost, place and a day that dossiers must have, in force at Sở KHCN."""
    fields = [
        AdditionalField("so_lo", "Số lô"),
        AdditionalField("kinh_phi", "Kinh phí", "number", ("OutgoingDocument", "Dossier")),
        AdditionalField("hien_truong", "Hiện trường", "choice", ("OutgoingDocument", "Dossier"), choices=("Kho 1", "Kho 2")),
        AdditionalField("ngay_kiem", "Ngày kiểm", "date", ("Dossier",), required=True),
    ]
    transaction.begin()
    IAdditionalFields(site["skhcn"]).save(fields, "skhcnqtdv")
    transaction.commit()


@pytest.fixture
def reader(request_factory):
    """``reader("leminhanh")``: a browser's session."""

    def make(userid):
        session = request_factory(basic_auth=(userid, PASSWORD), api=False)
        session.headers["Accept"] = "text/html"
        return session

    return make


@pytest.fixture
def dossier(site):
    """Of the story."""
    catalogue = getUtility(IDossierFinder).catalogues("skhcn")[0]
    return getUtility(IDossierFinder).opened(catalogue, "02.CNTT")


def changes(uid):
    transaction.begin()
    record = find_record(uid)
    entry = next(one for one in IJournal(record).entries(newest_first=True) if one.event == "changed")
    return entry.actor, entry.detail["fields"]


def words(page):
    return " ".join(html.fromstring(unescape(page.text)).text_content().split())


def shown(page):
    """dict label -> value of the additional fields on the page of a dossier."""
    values = html.fromstring(page.text).xpath("//dd[@data-additional]")
    return {one.getprevious().text_content(): one.text_content() for one in values}


def test_additional_fields(client, write):
    show = write(
        "additional-fields",
        "Fields that an agency adds",
        "``@additional-fields`` of an agency: metadata of its own beside those of Decree 30/2020 (Annex VI, VI-7c). PUT replaces the definition by "
        "a new version; a field that was once defined may be renamed, retired, made required or given other choices, but not left out, and its "
        "kind stays. Documents and dossiers say them in ``additional``: an object of ids and values, laid over what is there; ``null`` empties one. "
        "A required field is demanded of whoever enters or edits a record, and when a record that came later is issued, registered or closed.",
    )
    administrator, drafter = client("skhcnqtdv"), client("leminhanh")
    address = "skhcn/@additional-fields"
    show("Before there are any", drafter.get(address))
    body = {"version": 0, "items": [{**LOT, "required": True, "types": ["OutgoingDocument"]}, COST, SITE]}
    found = show("A first version", administrator.put(address, json=body))
    assert [one["id"] for one in found["items"]] == ["so_lo", "kinh_phi", "hien_truong"]
    show("Somebody has changed them meanwhile", administrator.put(address, json=body), 409)
    wrong = {"version": 1, "items": [{**found["items"][1], "kind": "date"}, {"label": "", "kind": "choice"}]}
    refused = show("Mistakes", administrator.put(address, json=wrong), 400)
    assert {one["code"] for one in refused["error"]["violations"]} == {"label_missing", "choices_wrong"}
    kept = administrator.put(address, json={"version": 1, "items": [{**found["items"][1], "kind": "date"}]}).json()
    assert [one["code"] for one in kept["error"]["violations"]] == ["kind_changed", "field_gone", "field_gone"]
    for other in ("leminhanh", "hoangvanluu", "vanthusnv"):
        assert client(other).put(address, json=body).status_code in (401, 403), other
    assert client("vanthusnv").get(address).status_code in (200, 401, 403)

    refused = show("A required field", drafter.post("skhcn/@documents", json=NEW), 400)
    assert [one["field"] for one in refused["error"]["violations"]] == ["additional.so_lo"]
    said = {"so_lo": "L-07 Bến Nghé", "kinh_phi": "12,50"}
    made = show("A document that says them", drafter.post("skhcn/@documents", json={**NEW, "additional": said}), 201)
    assert made["additional"] == {"so_lo": "L-07 Bến Nghé", "kinh_phi": 12.5}
    wrong = {"additional": {"kinh_phi": "nhiều", "hien_truong": "Kho 9", "la": 1, "so_lo": None}}
    refused = show("What is wrong is named by field", drafter.patch(made["@id"], json=wrong), 400)
    assert {(one["field"], one["code"]) for one in refused["error"]["violations"]} == {
        ("additional.kinh_phi", "field_wrong_value"),
        ("additional.hien_truong", "field_not_allowed"),
        ("additional.la", "field_unknown"),
        ("additional.so_lo", "field_missing"),
    }
    assert drafter.patch(made["@id"], json={"additional": ["so_lo"]}).status_code == 400
    show("Change some", drafter.patch(made["@id"], json={"additional": {"kinh_phi": None, "hien_truong": "Kho 1"}}), 204)
    assert drafter.get(made["@id"]).json()["additional"] == {"so_lo": "L-07 Bến Nghé", "hien_truong": "Kho 1"}
    who, fields = changes(made["UID"])
    assert (who, fields) == ("leminhanh", {"additional.hien_truong": ["", "Kho 1"], "additional.kinh_phi": ["12.5", ""]})
    rows = drafter.get("@records?text=ben%20nghe&columns=subject").json()["items"]
    assert [row["subject"] for row in rows] == ["V/v kiểm kê kho"]

    retired = [{**one, "retired": one["id"] == "hien_truong"} for one in found["items"]]
    show("Retire one", administrator.put(address, json={"version": 1, "items": retired}))
    assert drafter.get(made["@id"]).json()["additional"]["hien_truong"] == "Kho 1"
    answer = drafter.patch(made["@id"], json={"additional": {"hien_truong": "Kho 2"}}).json()
    assert [one["code"] for one in answer["error"]["violations"]] == ["field_retired"]
    assert drafter.patch(made["@id"], json={"additional": {"hien_truong": "Kho 1"}}).status_code == 204


def test_the_screen(client, reader):
    session, address = reader("skhcnqtdv"), "skhcn/@@additional-fields"
    page = html.fromstring(session.get(address).text)
    form = next(one for one in page.forms if "label-0" in one.fields)
    sent = [*form.form_values(), ("required-0", "1")]
    sent = [(name, {"label-0": "Số lô", "kind-0": "choice", "choices-0": "A\r\n\r\nB "}.get(name, value)) for name, value in sent]
    saved = session.post(address, data=sent)
    assert "Đã lưu, phiên bản 1." in words(saved) and "so_lo" in words(saved)
    transaction.begin()
    [field] = client("leminhanh").get("skhcn/@additional-fields").json()["items"]
    assert field == {
        "id": "so_lo",
        "label": "Số lô",
        "kind": "choice",
        "types": ["OutgoingDocument", "IncomingDocument", "Dossier"],
        "required": True,
        "choices": ["A", "B"],
        "retired": False,
    }
    late = session.post(address, data=sent)
    assert late.status_code == 409 and "Người khác vừa sửa" in words(late)
    assert html.fromstring(late.text).xpath("//input[@name='label-0']/@value") == ["Số lô"]
    for other in ("leminhanh", "hoangvanluu"):
        denied = reader(other).get(address)
        assert denied.status_code in (401, 403) or "additional" not in denied.url, other


def test_forms_of_documents(client, reader, defined, site):
    drafter = client("leminhanh")
    made = drafter.post("skhcn/@documents", json={**NEW, "files": [upload("main", "a.pdf", LETTER.read_bytes())]}).json()
    session = reader("leminhanh")
    page = html.fromstring(session.get(f"{made['@id']}/edit").text)
    form = next(one for one in page.forms if "form.widgets.subject" in one.fields)
    assert {"additional.so_lo", "additional.kinh_phi", "additional.hien_truong"} <= set(form.fields.keys())
    assert "additional.ngay_kiem" not in form.fields.keys()
    values = {**dict(form.form_values()), "form.widgets.signatory": "nguyenthithuha", "form.widgets.signatory:list": "nguyenthithuha"}
    wrong = session.post(f"{made['@id']}/edit", data={**values, "additional.kinh_phi": "nhiều", "save": "1"})
    assert wrong.status_code == 400 and "“Kinh phí” phải là số" in words(wrong)
    right = {**values, "additional.kinh_phi": "1234,5", "additional.so_lo": "L-08", "additional.hien_truong": "Kho 2", "save": "1"}
    saved = session.post(f"{made['@id']}/edit", data=right)
    assert saved.status_code == 200, words(saved)[:500]
    assert drafter.get(made["@id"]).json()["additional"] == {"so_lo": "L-08", "kinh_phi": 1234.5, "hien_truong": "Kho 2"}
    shown = words(session.get(made["@id"]))
    assert "Kinh phí 1234,5" in shown and "Hiện trường Kho 2" in shown
    again = html.fromstring(session.get(f"{made['@id']}/edit").text)
    assert again.xpath("//input[@name='additional.kinh_phi']/@value") == ["1234,5"]


def test_dossiers(client, reader, defined, dossier, login_as):
    holder, session = client("leminhanh"), reader("leminhanh")
    url = dossier.absolute_url()
    refused = holder.patch(url, json={"additional": {"ngay_kiem": "hôm qua", "kinh_phi": 5}})
    assert (refused.status_code, [one["field"] for one in refused.json()["error"]["violations"]]) == (400, ["additional.ngay_kiem"])
    for wrong in (None, "x"):
        assert holder.patch(url, json={"additional": wrong}).status_code == 400
    assert holder.patch(url, json={"additional": {"kinh_phi": 5}}).status_code == 400  # the day is required
    assert holder.patch(url, json={"additional": {"ngay_kiem": f"{YEAR}-03-09", "kinh_phi": 5}}).status_code == 204
    assert changes(dossier.UID()) == ("leminhanh", {"additional.kinh_phi": ["", "5"], "additional.ngay_kiem": ["", f"{YEAR}-03-09"]})
    assert holder.get(url).json()["additional"] == {"kinh_phi": 5, "ngay_kiem": f"{YEAR}-03-09"}
    assert shown(session.get(url)) == {"Kinh phí": "5", "Ngày kiểm": f"09/03/{YEAR}"}

    page = html.fromstring(session.get(f"{url}/edit").text)
    form = next(one for one in page.forms if "form.widgets.title" in one.fields)
    assert form.fields["form.widgets.additional_ngay_kiem"] == f"{YEAR}-03-09"
    for cell in form.xpath(".//input[@type='text' and not(@value)]"):
        cell.set("value", "")
    sent = {**dict(form.form_values()), "form.widgets.additional_kinh_phi": "năm", "form.buttons.save": "1"}
    sent.pop("form.buttons.cancel", None)
    assert "“Kinh phí” phải là số" in words(session.post(f"{url}/edit", data=sent))
    sent |= {"form.widgets.additional_kinh_phi": "7,5", "form.widgets.note": "Có lô phụ"}
    saved = session.post(f"{url}/edit", data=sent)
    assert shown(saved) == {"Kinh phí": "7,5", "Ngày kiểm": f"09/03/{YEAR}"}, words(saved)[-800:]
    transaction.begin()
    told = [one.detail["fields"] for one in IJournal(dossier).entries(newest_first=True) if one.event == "changed"][:2]
    assert {name: pair for fields in told for name, pair in fields.items()} == {
        "note": ["", "Có lô phụ"],
        "additional.kinh_phi": ["5", "7.5"],
    }
    rows = holder.get("@records", params={"type": "Dossier", "text": "7,5", "columns": "reference"}).json()["items"]
    assert [row["reference"] for row in rows] == ["02.CNTT"]
    columns = html.fromstring(session.get("skhcn/dossiers").text)
    heads = [one.text_content() for one in columns.xpath("//table[@id='dossiers-table']/thead//th")]
    assert {"Kinh phí", "Ngày kiểm"} <= set(heads)
    assert "7,5" in columns.xpath("//table[@id='dossiers-table']/tbody/tr[td[1][.='02.CNTT']]")[0].text_content()


def test_a_dossier_is_not_closed_without_what_was_demanded_when_it_was_opened(site, login_as, defined, dossier):
    def named(record):
        with login_as("leminhanh"):
            return [one.field for one in violations(record) if one.code == "field_missing"]

    assert named(dossier) == []  # opened before the field was demanded
    catalogue = dossier.__parent__
    later = getUtility(IDossierFinder).open_unplanned(catalogue, "cntt", "leminhanh", title="Kiểm kê kho đột xuất")
    assert named(later) == ["additional.ngay_kiem"]
    transaction.abort()


def test_rows_of_an_import(site, defined, login_as):
    row = {
        "direction": "đi",
        "agency": "skhcn",
        "reference": "15/QĐ-SKHCN",
        "issue_date": "12/03/2021",
        "document_type": "Quyết định",
        "subject": "Quyết định nhập kho",
        "signatory_name": "Nguyễn Văn Xưa",
        "recipients": "Lưu: VT",
    }
    transaction.commit()
    rows = [
        {**row, "key": "A", "Kinh phí": 12.5, "so_lo": "L-09"},
        {**row, "key": "B", "reference": "16/QĐ-SKHCN", "Hiện trường": "Kho 9"},
        {**row, "key": "C", "reference": "17/QĐ-SKHCN", "Trường lạ": "x"},
    ]
    outcome = Importer("system", source="cu.xlsx").run(Row("", line, cells) for line, cells in enumerate(rows, start=2))
    assert outcome.imported == 1
    assert {(one.row.line, one.violation.field, one.violation.code) for one in outcome.problems} == {
        (3, "additional.hien_truong", "field_not_allowed"),
        (4, "Trường lạ", "field_unknown"),
    }
    transaction.begin()
    assert find_record(ImportedKeys(site["skhcn"]).uid("A")).additional == {"kinh_phi": "12.5", "so_lo": "L-09"}


def test_the_empty_spreadsheet_has_a_column_for_each(site, defined, tmp_path):
    path = tmp_path / "mau.xlsx"
    write_template(path, own_labels("skhcn"))
    heads = {sheet.title: [cell.value for cell in sheet[1]] for sheet in load_workbook(path)}
    assert heads["Văn bản đi"][-3:] == ["Số lô", "Kinh phí", "Hiện trường"]
    assert not {"Kinh phí", "Ngày kiểm"} & set(heads["Văn bản đến"])
    assert own_labels("khong-co") == {}


def test_opening_a_dossier_asks_for_them(client, reader, defined):
    holder, session = client("leminhanh"), reader("leminhanh")
    catalogue = getUtility(IDossierFinder).catalogues("skhcn")[0]
    form = words(session.get(f"{catalogue.absolute_url()}/@@act/open_dossier"))
    assert "Kinh phí" in form and "Ngày kiểm" in form
    body = {"year": catalogue.year, "heading": "cntt", "title": "Hồ sơ kiểm", "retention_kind": "permanent"}
    refused = holder.post("skhcn/@dossiers", json=body)
    assert (refused.status_code, refused.json()["error"]["violations"][0]["field"]) == (400, "additional_ngay_kiem")
    wrong = holder.post("skhcn/@dossiers", json={**body, "additional": {"ngay_kiem": f"{YEAR}-03-09", "kinh_phi": "năm"}})
    assert [one["field"] for one in wrong.json()["error"]["violations"]] == ["additional_kinh_phi"]
    said = {"ngay_kiem": f"{YEAR}-03-09", "kinh_phi": "12", "hien_truong": "Kho 1"}
    made = holder.post("skhcn/@dossiers", json={**body, "additional": said})
    assert made.json()["additional"] == {"ngay_kiem": f"{YEAR}-03-09", "kinh_phi": 12, "hien_truong": "Kho 1"}
    for asked, count in (("hien_truong=Kho 1", 1), ("hien_truong=Kho 2", 0)):
        listed = holder.get("skhcn/@dossiers", params={"additional": asked, "text": "Hồ sơ kiểm"}).json()
        assert [one["additional"]["hien_truong"] for one in listed["items"]] == ["Kho 1"] * count
    both = {"additional": ["hien_truong=Kho 1", "kinh_phi=13"]}
    assert holder.get("skhcn/@dossiers", params=both).json()["items"] == []
    assert holder.get("skhcn/@dossiers", params={"additional": "Kho 1"}).status_code == 400
