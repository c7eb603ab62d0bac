"""A dossier as one line of a list."""

from plone import api
from qlvb.content.dossiers.due import due
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def shown_date(day):
    """dd/mm/yyyy, or ""."""
    return day.strftime("%d/%m/%Y") if day else ""


def person_name(userid):
    """Full name, or ""."""
    return getUtility(IDirectory).person(userid).fullname if userid else ""


def dossier_row(dossier):
    """dict of what lists show."""
    documents, pages = IDossierContents(dossier).totals()
    kept, ends = period(dossier), due(dossier)
    return {
        "url": dossier.absolute_url(),
        "uid": dossier.UID(),
        "code": dossier.code,
        "title": dossier.title,
        "holder": person_name(dossier.holder),
        "from": shown_date(dossier.start_date),
        "to": shown_date(dossier.end_date),
        "documents": documents,
        "pages": pages,
        "retention": kept.label if kept else "",
        "due": shown_date(ends.date) if ends else "",
        "closed": api.content.get_state(dossier) == "closed",
    }
