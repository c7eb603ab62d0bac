"""Tables that a program sends in place of a browser: what is missing is named."""

import pytest
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.documents.senttables import sent_table_violations
from qlvb.content.dossiers.schema import IDossierCatalogueSchema


NAME = "form.widgets.headings"
CELLS = {f"{NAME}.0.widgets.{cell}": "" for cell in ("key", "symbol", "title")}
WHOLE = {f"{NAME}.count": "1", f"{NAME}.0-empty-marker": "1", **CELLS}
SYMBOL = f"{NAME}.0.widgets.symbol"


def without(*names):
    return {name: value for name, value in WHOLE.items() if name not in names}


@pytest.mark.parametrize(
    ("sent", "faults"),
    [
        ({}, []),
        (WHOLE, []),
        ({**without(SYMBOL), f"{SYMBOL}-empty-marker": "1"}, []),
        (without(SYMBOL), [(SYMBOL, "table_cell_missing")]),
        (without(*CELLS), [(name, "table_cell_missing") for name in CELLS]),
        ({f"{NAME}.count": "1"}, [(f"{NAME}.0-empty-marker", "table_row_missing")]),
        *[
            ({**WHOLE, f"{NAME}.count": count}, [(f"{NAME}.count", "table_count")])
            for count in ("", "-1", "một", "201", "9" * 5000)
        ],
    ],
)
def test_what_is_missing_is_named(sent, faults):
    table = IDossierCatalogueSchema["headings"]
    assert [(one.field, one.code) for one in sent_table_violations(sent, NAME, table)] == faults


def test_recipients_of_a_document_are_asked_alike():
    table = IOutgoingSchema["recipients"]
    sent = {"form.widgets.recipients.count": "1", "form.widgets.recipients.0-empty-marker": "1"}
    sent["form.widgets.recipients.0.widgets.name"] = "Sở Tài chính"
    faults = sent_table_violations(sent, "form.widgets.recipients", table, marked=False)
    assert {one.code for one in faults} == {"table_cell_missing"}
    assert {one.field.rpartition(".")[2] for one in faults} == {"identifier", "agency", "channel", "purpose", "address"}
    del sent["form.widgets.recipients.0-empty-marker"]
    assert sent_table_violations(sent, "form.widgets.recipients", table, marked=False) == []
    sent["form.widgets.recipients.count"] = "một"
    assert [one.code for one in sent_table_violations(sent, "form.widgets.recipients", table, marked=False)] == ["table_count"]
