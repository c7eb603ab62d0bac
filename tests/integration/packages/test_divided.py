"""A dossier with a part: exported, packed and taken in with what belongs together."""

from docx import Document
from io import BytesIO
from lxml import etree
from packaged import ARCHIVIST
from packaged import HOLDER
from packaged import ask
from packaged import decision
from packaged import letter
from packaged import make_dossier
from packaged import packed_dossier
from packaged import said
import pikepdf
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import order_of
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.lookup import find_record
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.filing.browser.beside import Beside
from qlvb.workflows.filing.forms import contents_docx
from qlvb.workflows.packages.answers import send_package
from qlvb.workflows.packages.exporting.xml import schema
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.transfer.forms.data import in_catalogue_order
from qlvb.workflows.transfer.forms.data import line_of
from zope.globalrequest import getRequest
import zipfile


NAMES = {"e": "urn:qlvb:dossier-export"}


@pytest.fixture
def whole(province, login_as):
    """01.CNTT with the decision; its part 01-1.CNTT with the letter. Both are closed."""
    dossier = make_dossier(province, login_as, [decision], close=False)
    with login_as(HOLDER):
        made = IActs(dossier).perform("open_part", {"title": "Giai đoạn 1", "holder": "phamquochuy"})
    part = find_record(made["uid"])
    IDossierContents(part).add(letter(page_count=2), "phamquochuy")
    for one in (part, dossier):
        one.start_date = one.end_date = dossier.start_date
        fire(one, "close")
        one.reindexObject()
    return dossier


def exported(dossier, login_as, work):
    entry = ask(dossier, login_as, "export", by=HOLDER)
    work()
    packages = IDossierPackages(dossier)
    assert packages.state(entry) == "done", packages.job(entry).error
    with zipfile.ZipFile(packages.path(entry)) as archive:
        xml, pdf = (next(name for name in archive.namelist() if name.endswith(end)) for end in (".xml", ".pdf"))
        tree = etree.fromstring(archive.read(xml))
        with archive.open(pdf) as stream, pikepdf.open(stream) as opened, opened.open_outline() as outline:
            marks = [(one.title.split(" · ")[0], [below.title.split(" · ")[0] for below in one.children]) for one in outline.root]
    assert etree.XMLSchema(etree.fromstring(schema())).validate(tree)
    return entry, tree, marks


def test_the_export_names_the_part_and_holds_its_documents(whole, login_as, work):
    """Until somebody who exports may not read all of them: then it is named alone."""
    entry, tree, marks = exported(whole, login_as, work)
    [part] = tree.xpath("e:parts/e:part", namespaces=NAMES)
    assert (part.get("order"), part.findtext("e:FileCode/e:FileNotation", namespaces=NAMES)) == ("1", "01-1.CNTT")
    assert part.findtext("e:Title", namespaces=NAMES) == "Giai đoạn 1"
    assert part.findtext("e:PartOf/e:FileCode/e:FileNotation", namespaces=NAMES) == "01.CNTT"
    assert part.xpath("e:documents/e:document/e:Subject/text()", namespaces=NAMES) == ["Về việc góp ý dự thảo"]
    assert marks == [("10/02/2026", []), ("Hồ sơ con số 1: 01-1.CNTT Giai đoạn 1", ["20/01/2026"])]
    assert entry.findings == ()
    with login_as(HOLDER):
        send_package(whole, entry.id, getRequest()).close()

    [(_item, received)] = IDossierContents(parts_of(whole)[0]).documents()
    IGrants(received).revoke("sharing", principal=HOLDER)
    received.reindexObjectSecurity()
    with login_as(HOLDER), pytest.raises(Refused) as raised:
        send_package(whole, entry.id, getRequest())
    assert (raised.value.status, raised.value.violations[0].message.mapping) == (403, {"codes": "01-1.CNTT"})
    entry, tree, marks = exported(whole, login_as, work)
    [part] = tree.xpath("e:parts/e:part", namespaces=NAMES)
    assert part.get("withheld") == "true" and not part.xpath("e:documents/*", namespaces=NAMES)
    assert marks == [("10/02/2026", []), ("Hồ sơ con số 1: 01-1.CNTT Giai đoạn 1", [])]
    assert [(one.code, one.detail) for one in entry.findings] == [("part_left_out", "01-1.CNTT Giai đoạn 1")]
    with login_as(HOLDER):
        send_package(whole, entry.id, getRequest()).close()


@pytest.mark.parametrize("first", ["whole", "part"])
def test_taken_in_one_after_the_other_they_belong_together_again(whole, login_as, work, take, first):
    pair = [whole, *parts_of(whole)] if first == "whole" else [*parts_of(whole), whole]
    sent = [packed_dossier(one, login_as, work) for one in pair]
    runs = [take(sent[0].read_bytes())]
    listed = [(one["title"], one["url"], one["note"]) for one in Beside(find_record(runs[0].dossier), getRequest(), []).parts()]
    runs.append(take(sent[1].read_bytes()))
    awaited = [[(one.code, one.detail) for one in run.findings if one.code.endswith("_awaited")] for run in runs]
    missing = {
        "whole": ("part_awaited", "01-1.CNTT Giai đoạn 1"),
        "part": ("whole_awaited", "01.CNTT Hồ sơ hạ tầng <dùng chung> & an toàn"),
    }
    assert awaited == [[missing[first]], []]
    made = [find_record(run.dossier) for run in runs]
    if first == "whole":
        assert listed == [("01-1.CNTT Giai đoạn 1", "", "dossier_part_awaited")]
    with login_as(ARCHIVIST):
        [row] = Beside(made[pair.index(whole)], getRequest(), []).parts()
    assert row["url"] and row["note"].mapping["holder"] == "Phạm Quốc Huy, Sở Khoa học và Công nghệ"
    received, part = made if first == "whole" else made[::-1]
    assert (parts_of(received), whole_of(part), order_of(part)) == ([part], received, 1)
    for one, before in zip(made, sent, strict=True):
        after, old = said(packed_dossier(one, login_as, work)), said(before)
        assert (after["whole"], after["parts"]) == (old["whole"], old["parts"])
        assert (after["whole"] or after["parts"]) and after["fields"] == old["fields"]


def test_printed_lists_name_it(whole, login_as):
    [part] = parts_of(whole)
    with login_as(HOLDER):
        paper = Document(BytesIO(contents_docx(whole)))
        below = Document(BytesIO(contents_docx(part)))
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows][2:]
    assert [(row[0], row[1]) for row in rows] == [("1", "05/QĐ-SKHCN"), ("", "01-1.CNTT"), ("1", "099/SNV-VP")]
    assert rows[1][3:6] == ["Hồ sơ con số 1: Giai đoạn 1", "Phạm Quốc Huy", "1–2"]
    assert "Hồ sơ con số 1 của hồ sơ 01.CNTT" in "\n".join(one.text for one in below.paragraphs)
    lines = [line_of(one, 2) for one in in_catalogue_order([part, whole])]
    assert [(line.title, line.note) for line in lines] == [
        ("Hồ sơ hạ tầng <dùng chung> & an toàn", "Gồm 1 hồ sơ con"),
        ("Hồ sơ con số 1 của hồ sơ 01.CNTT: Giai đoạn 1", ""),
    ]
