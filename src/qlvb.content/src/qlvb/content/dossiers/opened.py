"""The dossiers opened from a catalogue, said by the records index without reading one of them."""

from dataclasses import dataclass
from plone import api
from qlvb.content.index.building import site_path
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import records
from qlvb.content.index.viewer import current_viewer
from sqlalchemy import func
from sqlalchemy import select


#: Lines of a list that people read through.
MOST_CARRIED = 500


@dataclass(frozen=True)
class OpenedDossier:
    """``visible``: the current user may view it. ``path`` is below the site."""

    code: str
    title: str
    holder: str
    path: str
    visible: bool

    @property
    def url(self):
        return f"{api.portal.get().absolute_url()}{self.path}"


def opened_in(catalogue):
    """dict code -> OpenedDossier by code, of all dossiers of the catalogue whatever the rights."""
    visible = current_viewer().may_view.label("visible")
    question = select(records, visible).where(*_of(site_path(catalogue))).order_by(records.c.reference)
    with reading() as connection:
        rows = connection.execute(question).all()
    return {row.reference: OpenedDossier(row.reference, row.subject, row.holder, row.path, row.visible) for row in rows}


def carried_over(agency_id, year):
    """Dossiers of years before ``year`` whose work goes on, whatever the rights, by year and code: list of (year,
    OpenedDossier). They keep the code of the year in which they began.
    """
    visible = current_viewer().may_view.label("visible")
    wanted = clauses_of({"agency": agency_id, "state": "open"})
    question = (
        select(records, visible)
        .where(*wanted, records.c.portal_type == "Dossier", records.c.year < year)
        .order_by(records.c.year, records.c.reference)
        .limit(MOST_CARRIED)
    )
    with reading() as connection:
        rows = connection.execute(question).all()
    return [
        (row.year, OpenedDossier(row.reference, row.subject, row.holder, row.path, row.visible)) for row in rows
    ]


def path_of_opened(catalogue, code):
    """Path below the site of the dossier with this code in the catalogue, or None."""
    question = select(records.c.path).where(*_of(site_path(catalogue)), records.c.reference == code)
    with reading() as connection:
        return connection.scalar(question)


def opened_counts(paths):
    """dict path of a catalogue below the site -> how many dossiers it has."""
    parts = [select(func.count()).where(*_of(path)).scalar_subquery().label(f"c{n}") for n, path in enumerate(paths)]
    if not parts:
        return {}
    with reading() as connection:
        return dict(zip(paths, connection.execute(select(*parts)).one(), strict=True))


def _of(path):
    return [*clauses_of({"folder": path}), records.c.portal_type == "Dossier"]
