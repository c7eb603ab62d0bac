"""``@checklist`` of a dossier: what is missing before it can be closed, and what it could gather."""

from qlvb.content.lookup import may_view
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.filing.gathering import missing_from
from qlvb.workflows.filing.gathering import mode_of
from qlvb.workflows.filing.links import link_of
from qlvb.workflows.filing.passing import handovers
from qlvb.workflows.filing.templates import completeness_of
from zope.component import getUtility
from zope.i18n import translate


class ChecklistGet(FilingService):
    """``faults``: each with the address where it is mended; ``completeness`` against the template, null without one;
    ``proposals``: documents of the same chain that are not in the dossier; ``handovers``, oldest first.
    """

    def answer(self):
        dossier = self.context
        complete = completeness_of(dossier)
        return {
            "@id": f"{dossier.absolute_url()}/@checklist",
            "faults": [
                {
                    "field": fault.field,
                    "type": fault.code,
                    "message": translate(fault.message, context=self.request),
                    "rule": fault.rule,
                    "link": link_of(dossier, fault),
                }
                for fault in violations(dossier)
            ],
            "completeness": {
                "percent": complete.percent,
                "missing": [one.title for one in complete.missing],
                "present": [one.title for one in complete.present],
            }
            if complete is not None
            else None,
            "gathering": mode_of(getUtility(IDirectory).agency_of(dossier).id),
            "proposals": [
                {"@id": one.absolute_url(), "UID": one.UID(), "subject": one.Title()}
                for one in missing_from(dossier)
                if may_view(one)
            ],
            "handovers": [
                {
                    "giver": one.giver,
                    "receiver": one.receiver,
                    "reason": one.reason,
                    "state": one.state,
                    "offered": one.offered.isoformat(),
                    "decided": one.decided.isoformat() if one.decided else None,
                    "documents": one.documents,
                    "pages": one.pages,
                }
                for one in handovers(dossier)
            ],
        }
