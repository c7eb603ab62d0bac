"""A dossier as one line of a list."""

from plone import api
from qlvb.content.clock import show_date
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.dossiers.due import due
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.totals import totals_of
from qlvb.content.organisation.people import name_of


#: State of a dossier -> tone of its chip; the others are plain.
TONES = {"open": "info", "archived": "good", "destroyed": "bad"}


def dossier_row(dossier):
    """dict of what lists show."""
    documents, pages = IDossierContents(dossier).totals()
    kept, ends = period(dossier), due(dossier)
    return {
        "url": dossier.absolute_url(),
        "uid": dossier.UID(),
        "code": dossier.code,
        "title": dossier.title,
        "holder": name_of(dossier.holder),
        "from": show_date(dossier.start_date),
        "to": show_date(dossier.end_date),
        "documents": documents,
        "pages": pages,
        "retention": kept.label if kept else "",
        "due": show_date(ends.date) if ends else "",
        "closed": api.content.get_state(dossier) == "closed",
    }


def listed_rows(rows):
    """The same of Rows of the records index, without reading the dossiers: list of dict."""
    totals = totals_of([row.uid for row in rows])
    return [_listed(row, *totals[row.uid]) for row in rows]


def _listed(row, documents, pages):
    kept = period_of(row.facts.get("retention_kind"), row.facts.get("retention_years"))
    return {
        "url": row.url,
        "uid": row.uid,
        "code": row.reference,
        "title": row.subject,
        "holder": name_of(row.holder),
        "from": show_date(row.issue_date),
        "to": show_date(row.arrival_date),
        "documents": documents,
        "pages": pages,
        "retention": kept.label if kept else "",
        "place": row.facts.get("place", ""),
        "additional": row.facts.get("additional", {}),
        "state": row.state,
    }
