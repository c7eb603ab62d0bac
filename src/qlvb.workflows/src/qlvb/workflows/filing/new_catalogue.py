"""Next year's catalogue, drafted from the newest one before it."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.amending import grouped_by_units
from qlvb.content.dossiers.amending import renewed
from qlvb.content.dossiers.catalogue import entries
from qlvb.content.dossiers.creation import add_catalogue
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


def before(agency_id, year):
    """The newest catalogue of an agency before ``year``, or None."""
    found = (one for one in getUtility(IDossierFinder).catalogues(agency_id) if one.year < year)
    return next(found, None)


def year_of(section, value):
    """The year (int) of a new catalogue in ``section``, of what was sent: int, or str of digits.

    :raises Refused: 400 no year, or one too far from this; 409 it has a catalogue.
    """
    this_year = clock.today().year
    text = str(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    if not (text.isascii() and text.isdigit()) or not this_year - 5 <= int(text[:9]) <= this_year + 1:
        message = _(
            "violation_catalogue_year",
            default="Năm của danh mục phải từ ${first} đến ${last}.",
            mapping={"first": str(this_year - 5), "last": str(this_year + 1)},
        )
        raise Refused(Violation("year", "year_wrong", message))
    year = int(text[:9])
    if str(year) in section:
        message = _(
            "violation_catalogue_exists", default="Năm ${year} đã có danh mục hồ sơ.", mapping={"year": str(year)}
        )
        raise Refused(Violation("year", "catalogue_exists", message), 409)
    return year


def make_catalogue(section, year, by, by_units=False):
    """Create the draft catalogue of ``year``; headings and entries are those of the newest catalogue before it, put
    under the units of the agency where ``by_units`` asks for it.
    """
    agency = getUtility(IDirectory).agency_of(section)
    last = before(agency.id, year)
    headings = [dict(row) for row in last.headings] if last else []
    rows = list(last.entries) if last else []
    if by_units:
        headings, rows = _under_units(agency.id, entries(last) if last else [])
    catalogue = add_catalogue(section, year, headings, renewed(rows, last.year, year) if last else [])
    detail = {"year": year, "from": last.year} if last else {"year": year}
    IJournal(catalogue).append("created", by, detail)
    return catalogue


def _under_units(agency_id, found):
    directory = getUtility(IDirectory)
    units = [(one.id, one.symbol or one.id.upper(), one.title) for one in directory.departments(agency_id)]

    def unit_of(userid):
        post = directory.main_post(userid, agency_id)
        return post.department or "" if post is not None else ""

    return grouped_by_units(found, units, unit_of) if units else ([], [])
