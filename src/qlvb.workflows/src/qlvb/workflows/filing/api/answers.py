"""What the services of filing share: refusals, bodies, dossiers as JSON."""

from datetime import date
from plone import api
from qlvb.content.additional.record import fields_at
from qlvb.content.additional.record import json_of
from qlvb.content.additional.values import as_json
from qlvb.content.answering import PathService
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.dossiers.due import due
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.dossiers.totals import totals_of
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.period import retention_due
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.i18n import translate


class FilingService(PathService):
    """``name``: what follows the service's own name in the address, or None."""

    @property
    def name(self):
        return self.path[-1] if self.path else None


def refuse(field, code, message, status):
    """:raises Refused: always."""
    raise Refused([Violation(field, code, message)], status)


def dossier_json(dossier, request):
    """dict of a dossier with its retention, totals and parts."""
    whole = whole_of(dossier)
    return {
        "@id": dossier.absolute_url(),
        "UID": dossier.UID(),
        "code": dossier.code,
        "title": dossier.title,
        "year": dossier.year,
        "state": api.content.get_state(dossier),
        "holder": dossier.holder,
        "part_of": whole.UID() if whole is not None else None,
        "parts": [part.UID() for part in parts_of(dossier)],
        **_span(dossier.start_date, dossier.end_date),
        **_totals(IDossierContents(dossier).totals()),
        "retention": _retention(period(dossier), due(dossier), request),
        "additional": json_of(dossier),
    }


def listed_json(rows, request):
    """The same of Rows of the records index, without reading the dossiers: list of dict."""
    totals = totals_of([row.uid for row in rows])
    return [_listed(row, totals[row.uid], request) for row in rows]


def _additional(row):
    """dict id -> value as JSON has it, of the fields that the agency of a listed dossier adds."""
    said = row.facts.get("additional")
    agency = getUtility(IDirectory).agency_object(row.agency) if said else None
    fields = fields_at(agency, "Dossier") if agency is not None else ()
    return {field.id: as_json(field, said[field.id]) for field in fields if field.id in said}


def _listed(row, totals, request):
    kept = period_of(row.facts.get("retention_kind"), row.facts.get("retention_years"))
    event, extended = (_day(row.facts.get(name)) for name in ("retention_event", "retention_extended"))
    ends = retention_due(kept.kind, kept.years, row.arrival_date, event, extended) if kept else None
    return {
        "@id": row.url,
        "UID": row.uid,
        "code": row.reference,
        "title": row.subject,
        "year": row.year,
        "state": row.state,
        "holder": row.holder or None,
        "part_of": row.facts.get("part_of"),
        "parts": row.facts.get("parts", []),
        **_span(row.issue_date, row.arrival_date),
        **_totals(totals),
        "retention": _retention(kept, ends, request),
        "additional": _additional(row),
    }


def _day(text):
    return date.fromisoformat(text) if text else None


def _span(start, end):
    return {"start_date": start.isoformat() if start else None, "end_date": end.isoformat() if end else None}


def _totals(totals):
    return dict(zip(("documents", "pages"), totals, strict=True))


def _retention(kept, ends, request):
    return {
        "kind": kept.kind if kept else None,
        "years": kept.years if kept else None,
        "label": translate(kept.label, context=request) if kept else "",
        "due": ends.date.isoformat() if ends and ends.date else None,
        "reason": ends.reason if ends else "",
        "sentence": translate(ends.sentence, context=request) if ends else "",
    }
