"""The extract of the archive for a period: what was destroyed is in it, and counted (Noark 5, 6.4.27)."""

from disposing import ARCHIVIST
from disposing import begun
from disposing import expired_dossier
from disposing import propose
from disposing import state
from datetime import date
from datetime import timedelta
from io import BytesIO
from lxml import etree
from openpyxl import load_workbook
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.violations import Refused
from qlvb.policy.archive.extract import STATES
from qlvb.policy.archive.extract import extract_of
from qlvb.policy.exporting.order import order_of
from qlvb.policy.exporting.writing import table_of
from qlvb.policy.exporting.writing import write
from qlvb.workflows.outbox.interfaces import IRunner
from zope.component import getUtility
from zope.interface import alsoProvides


TODAY = date(2038, 3, 1)


@pytest.fixture
def archive(approved, later, keys, person):
    """A destroyed dossier, one that stays, one still open."""
    gone, documents = expired_dossier(approved)
    kept, _documents = expired_dossier(approved, "01.TH")
    disposal = propose(gone)
    begun(disposal, person)
    with held(now() + timedelta(hours=25)):
        getUtility(IRunner).run_pending()
    assert (state(gone), state(kept)) == ("destroyed", "closed")
    return {"gone": gone, "kept": kept, "documents": documents, "year": gone.year}


def exported(extract, kind):
    order = order_of({"list": "stores.extract", "filters": extract.filters, "format": kind})
    return write(table_of(order))


def walked(portal, year):
    """UIDs of the dossiers of the agency and year, found without the index."""
    catalogues = portal["skhcn"]["dossiers"].objectValues()
    dossiers = [one for catalogue in catalogues for one in catalogue.objectValues() if one.portal_type == "Dossier"]
    return {one.UID() for one in dossiers if one.year == year and state_of(one) in STATES}


def test_every_record_is_there_and_the_destroyed_say_so(archive, portal, login_as):
    year = archive["year"]
    with login_as(ARCHIVIST):
        extract = extract_of("skhcn", {"from": str(year), "to": str(year), "level": "dossiers"}, TODAY)
        counts = extract.counts()
        assert counts == {"total": 2, "destroyed": 1, "dossiers": 2, "documents": 0}
        assert len(walked(portal, year)) == counts["total"]
        found = etree.fromstring(exported(extract, "xml"))
        sheet = load_workbook(BytesIO(exported(extract, "xlsx"))).active
    assert int(found.get("records")) == len(found.findall("record")) == 2
    rows = {record.findtext("field[@column='reference']"): record for record in found.findall("record")}
    gone = rows[archive["gone"].code]
    day = (now() + timedelta(hours=25)).date()
    assert gone.findtext("field[@column='destroyed_on']") == day.isoformat()
    assert gone.findtext("field[@column='destruction']") == "20/QĐ-SKHCN"
    kept = rows[archive["kept"].code]
    assert kept.find("field[@column='destroyed_on']") is None
    assert [element.tag for element in found.iter() if not len(element) and not (element.text or "").strip()] == []
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert {archive["gone"].title, archive["kept"].title, "20/QĐ-SKHCN"} <= set(cells)


def test_destroyed_documents_are_in_it_without_their_content(archive, login_as):
    (document,) = archive["documents"]
    year = str(document.created().year() if document.issue_date is None else document.issue_date.year)
    with login_as(ARCHIVIST):
        extract = extract_of("skhcn", {"from": "2026", "to": "2038"}, TODAY)
        counts = extract.counts()
        found = etree.fromstring(exported(extract, "xml"))
    assert counts["total"] == len(found.findall("record")) and counts["destroyed"] == 2, year
    subjects = [record.findtext("field[@column='subject']") for record in found.findall("record")]
    assert document.subject in subjects


def test_periods_that_cannot_be(province):
    for form, fields in (
        ({"from": "hai", "to": "2026"}, {"from"}),
        ({"from": "2027", "to": "2026"}, {"to"}),
        ({"from": "1900", "to": "2026"}, {"to"}),
        ({"level": "boxes"}, {"level"}),
    ):
        with pytest.raises(Refused) as caught:
            extract_of("skhcn", form, TODAY)
        assert {violation.field for violation in caught.value.violations} == fields
    assert extract_of("skhcn", {}, TODAY).period == "2038"


def test_the_page_hands_the_list_over(archive, province, login_as):
    request = province.REQUEST
    alsoProvides(request, IQlvbLayer)
    request.form.clear()
    request.form.update({"from": str(archive["year"]), "to": str(archive["year"])})
    with login_as(ARCHIVIST):
        shown = province["skhcn"].restrictedTraverse("@@archive-extract")()
    assert 'value="stores.extract"' in shown and "@@export-list" in shown and 'name="year"' in shown
    assert find_record(archive["gone"].UID()) is not None
