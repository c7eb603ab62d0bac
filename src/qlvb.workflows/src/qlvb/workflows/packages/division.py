"""Into which parts a dossier is divided, or which one it is a part of, as its packages and exports name it."""

from qlvb.content.clock import show_date
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import join_parts
from qlvb.content.dossiers.parts import order_of
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.model import Related
from qlvb.content.packages.parts import PATH
from qlvb.workflows.packages.describing import dossier_code
from qlvb.workflows.packages.origin import origin_of


def whole_and_parts(dossier, agency):
    """(Related of the whole or None, tuple of Related of the parts by their numbers). What came with the dossier in a
    package goes before what is known here: its other packages may still be on their way.
    """
    origin, whole = origin_of(dossier), whole_of(dossier)
    brought = origin.parts if origin is not None else ()
    named = {one.code for one in brought}
    here = [related(part, order_of(part), agency) for part in parts_of(dossier)]
    parts = (*brought, *(one for one in here if one.code not in named))
    found = origin.whole if origin is not None else None
    if found is None and whole is not None:
        found = related(whole, order_of(dossier), agency)
    return found, tuple(sorted(parts, key=lambda one: one.order))


def related(dossier, order, agency):
    """Related that names a dossier; ``order``: number of the part."""
    documents, pages = IDossierContents(dossier).totals()
    start, end = map(show_date, (dossier.start_date, dossier.end_date))
    code = dossier_code(dossier, agency)
    return Related(order, code, dossier.code, dossier.title, start, end, documents, pages)


def taken_in(finder, agency_id, code, maker):
    """The dossier with ``code`` that the agency took in from ``maker`` (name of the body), or None."""
    found = (finder.opened(catalogue, code) for catalogue in finder.catalogues(agency_id))
    made = ((one, origin_of(one)) for one in found if one is not None)
    return next((one for one, origin in made if origin is not None and origin.organisation == maker), None)


def awaited(finder, package, agency_id):
    """Whole and parts that a ReadPackage names and the agency has not taken in yet: iterable of Finding (warnings).

    They are named, not asked for: packages come one by one.
    """
    wholes = [("whole_awaited", package.whole)] if package.whole is not None else []
    for code, one in [*wholes, *(("part_awaited", part) for part in package.parts)]:
        if taken_in(finder, agency_id, one.code, package.organisation.name) is None:
            yield Finding(code, PATH, f"{one.symbol} {one.title}", "warning")


def join_taken_in(finder, dossier, package, agency_id):
    """Bring a dossier that was taken in just now together with its whole, or its parts, that were before."""
    maker = package.organisation.name
    if package.whole is not None:
        whole = taken_in(finder, agency_id, package.whole.code, maker)
        if whole is not None and whole_of(whole) is None:
            join_parts(whole, dossier, package.whole.order)
        return
    for one in package.parts:
        part = taken_in(finder, agency_id, one.code, maker)
        if part is not None and whole_of(part) is None and not parts_of(part):
            join_parts(dossier, part, one.order)
