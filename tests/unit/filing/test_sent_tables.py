"""Tables that a program sends in place of a browser: what is missing is named."""

import pytest
from qlvb.content.dossiers.schema import IDossierCatalogueSchema
from qlvb.workflows.filing.browser.senttables import sent_table_violations


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
