"""Giving out: the act is judged as if it were done now, its files are made ready, and each gets a token."""

from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.localsigning.interfaces import ILocalService
from qlvb.workflows.localsigning.interfaces import ISignsLocally
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.localsigning.route import going
from qlvb.workflows.localsigning.settings import SERVICE
from qlvb.workflows.localsigning.settings import LocalSigningSettings
from qlvb.workflows.localsigning.tickets import open_ticket
from urllib.parse import quote
from zope.component import getUtility


PAGE = "@@local-signing"


def prepare(record, act_id, data):
    """(Ticket, jobs): the current user is about to do the act on his own machine. ``data``: raw input as for
    ``IActs.perform``; ``jobs``: list of dict url, message, filename, in the order in which the service is to be asked.

    :raises Refused: as ``IActs.perform``; 409 ``local_route_off``.
    """
    acts, data = IActs(record), {**dict(data or {}), "vgca": True}
    act = acts.get(act_id)
    if act is not None and (not ISignsLocally.providedBy(act) or "vgca" not in (act.schema or ())):
        raise refusal("local_route_off", "vgca")
    with going():
        act, values = acts.admit(act_id, data)
        sheets = act.local_sheets(values)
    settings = LocalSigningSettings()
    if not sheets or not all(settings.url(sheet.purpose) for sheet in sheets):
        raise refusal("local_route_off", "vgca")
    ticket, tokens = open_ticket(IUUID(record), api.user.get_current().getId(), act_id, data, sheets)
    return ticket, [_job(settings, sheet, token) for sheet, token in zip(sheets, tokens, strict=True)]


def _job(settings, sheet, token):
    upload = f"{api.portal.get().absolute_url()}/{PAGE}/{token}"
    download = f"{upload}/{quote(sheet.filename, safe='')}"
    message = getUtility(ILocalService, name=SERVICE).request(sheet, download, upload, token)
    return {"url": settings.url(sheet.purpose), "message": message, "filename": sheet.filename}
