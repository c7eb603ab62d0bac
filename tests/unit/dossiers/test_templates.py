"""How complete a dossier is, and what templates are refused."""

from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.violations import Refused
from qlvb.workflows.filing.templates import Component
from qlvb.workflows.filing.templates import Template
from qlvb.workflows.filing.templates import completeness
from qlvb.workflows.filing.templates import fits
from qlvb.workflows.filing.templates import template_json
from qlvb.workflows.filing.templates import templates_from


REQUEST = Component("Văn bản đề nghị", ("official_letter",), "incoming")
NOTE = Component("Tờ trình", ("submission",), "outgoing")
DECISION = Component("Quyết định", ("decision",), "outgoing")
MORE = Component("Tài liệu khác", (), "", required=False)
ANY_OUT = Component("Văn bản đi", (), "outgoing")


@pytest.mark.parametrize(
    "components,documents,percent,missing",
    [
        ((), [], 100, []),
        ((MORE,), [], 100, []),
        ((REQUEST, DECISION), [], 0, ["Văn bản đề nghị", "Quyết định"]),
        ((REQUEST, DECISION), [("decision", "outgoing")], 50, ["Văn bản đề nghị"]),
        ((REQUEST, NOTE, DECISION), [("decision", "outgoing")], 33, ["Văn bản đề nghị", "Tờ trình"]),
        # of the right kind, from the wrong side
        ((REQUEST,), [("official_letter", "outgoing")], 0, ["Văn bản đề nghị"]),
        # one document is not two components
        ((DECISION, ANY_OUT), [("decision", "outgoing")], 50, ["Văn bản đi"]),
        ((ANY_OUT, DECISION), [("decision", "outgoing"), ("plan", "outgoing")], 100, []),
        ((ANY_OUT, ANY_OUT), [("decision", "outgoing")], 50, ["Văn bản đi"]),
    ],
)
def test_completeness(components, documents, percent, missing):
    found = completeness(Template("t", "T", components), documents)
    assert (found.percent, [one.title for one in found.missing]) == (percent, missing)


KINDS = st.sampled_from(["decision", "plan", "official_letter", "report"])
SIDES = st.sampled_from(["incoming", "outgoing"])
DOCUMENTS = st.lists(st.tuples(KINDS, SIDES), max_size=8)
COMPONENTS = st.builds(
    Component,
    st.text("abc", min_size=1, max_size=3),
    st.lists(KINDS, max_size=2).map(tuple),
    st.sampled_from(["", "incoming", "outgoing"]),
    st.booleans(),
)


@given(st.lists(COMPONENTS, max_size=6).map(tuple), DOCUMENTS)
def test_nothing_is_claimed_that_is_not_there(components, documents):
    found = completeness(Template("t", "T", components), documents)
    assert 0 <= found.percent <= 100
    assert (found.percent == 100) == (not found.missing)
    assert len(found.present) <= len(documents)
    assert all(any(fits(one, *document) for document in documents) for one in found.present)
    assert all(one.required for one in found.missing)


GOOD = {"id": "de-tai", "title": "Đề tài", "components": [{"title": "Thuyết minh", "document_types": ["plan"]}]}


def test_templates_come_back():
    [found] = templates_from([GOOD])
    assert templates_from([template_json(found)]) == [found]


@pytest.mark.parametrize(
    "items,field",
    [
        ("x", "items"),
        ([5], "items.0"),
        ([{**GOOD, "id": "Đề tài"}], "items.0.id"),
        ([{**GOOD, "id": None}], "items.0.id"),
        ([GOOD, GOOD], "items.1.id"),
        ([{**GOOD, "title": ""}], "items.0.title"),
        ([{**GOOD, "components": "x"}], "items.0"),
        ([{**GOOD, "components": [5]}], "items.0.components.0"),
        ([{**GOOD, "components": [{"title": ""}]}], "items.0.components.0.title"),
        ([{**GOOD, "components": [{"title": "A", "document_types": ["thu"]}]}], "items.0.components.0.document_types"),
        ([{**GOOD, "components": [{"title": "A", "direction": "lên"}]}], "items.0.components.0.direction"),
    ],
)
def test_templates_that_are_refused(items, field):
    with pytest.raises(Refused) as caught:
        templates_from(items)
    assert [violation.field for violation in caught.value.violations] == [field]
