"""An agency's templates, from the upload to the draft."""

from docx import Document
from io import BytesIO
import pytest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.templates.decree import decree_template
from qlvb.content.templates.fields import FIELDS
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.violations import Refused
from qlvb.policy.document.replying import reply_recipients
from qlvb.policy.document.templatefile import template_file
from qlvb.policy.document.templatevalues import values_for
from received import received
from sent import numbered
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


@pytest.fixture
def templates(province):
    return IAgencyTemplates(getUtility(IDirectory).agency_object("skhcn"))


def test_reading_writes_nothing(templates):
    assert templates.all() == [] and templates.get("x") is None
    assert "qlvb.templates" not in IAnnotations(templates.agency)


def test_adding_listing_removing(templates):
    made = templates.add("Công văn của Sở", "official_letter", "cv.docx", decree_template("official_letter"), "skhcnqtdv")
    plain = templates.add("Bìa", "", "bia.docx", decree_template("plan"), "skhcnqtdv")
    assert [one.id for one in templates.all("official_letter")] == [plain.id, made.id]
    assert [one.id for one in templates.all("decision")] == [plain.id]
    templates.remove(made.id)
    assert templates.get(made.id) is None
    with pytest.raises(Refused) as refused:
        templates.remove(made.id)
    assert refused.value.status == 404


def test_a_refused_template_leaves_nothing(templates):
    with pytest.raises(Refused) as refused:
        templates.add(" ", "nonsense", "a.docx", b"no docx", "skhcnqtdv")
    assert {violation.code for violation in refused.value.violations} == {
        "template_title",
        "unknown",
        "template_no_docx",
    }
    assert "qlvb.templates" not in IAnnotations(templates.agency)


def test_a_reply_knows_what_it_answers(province, login_as):
    incoming = received(agency="skhcn", by="vanthuskhcn", issuing_body="Sở Nội vụ", issuing_body_identifier="H99.08")
    reply = numbered("skhcn", "leminhanh", 20, "SKHCN", in_reply_to=incoming.UID(), recipients=reply_recipients(incoming))
    assert reply.recipients[0]["agency"] == "snv" and reply.recipients[0]["channel"] == "internal"
    with login_as("vanthuskhcn"):
        values = values_for(reply)
        _name, data = template_file(reply)
        answer = Document(BytesIO(template_file(reply, ("Câu đã nhập.",))[1]))
    assert set(values) == set(FIELDS) and "[Nội dung văn bản]./." not in [paragraph.text for paragraph in answer.paragraphs]
    assert [paragraph.text for paragraph in answer.paragraphs if paragraph.text.startswith(("Phúc đáp", "Câu đã nhập"))][1:]
    assert values["can_cu"].startswith("Phúc đáp Công văn số ") and "Sở Nội vụ" in values["can_cu"]
    assert any("Phúc đáp Công văn" in paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)
