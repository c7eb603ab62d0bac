"""``GET @consultation``: of a draft the rounds, who has answered what, and every remark in the order of the text; of a
request that came from another agency what is asked, the version it is about, and the agency's answer.
"""

from dataclasses import asdict
from plone.restapi.services import Service
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.agencies import agency_of
from qlvb.workflows.consultation.agencies import principal_of
from qlvb.workflows.consultation.browser.request import asked_version
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.table import remarks
from qlvb.workflows.consultation.table import tally
from qlvb.workflows.consultation.words import name_of


class ConsultationGet(Service):
    """The consultation of a draft: ``{"@id", "rounds": [...], "remarks": [...], "tally": {...}}``."""

    def reply(self):
        rounds = IConsultations(self.context).rounds()
        return {
            "@id": f"{self.context.absolute_url()}/@consultation",
            "rounds": [round_as_json(found) for found in rounds],
            "remarks": [asdict(row) for row in remarks(rounds, name_of)],
            "tally": tally(rounds),
        }


class RequestGet(Service):
    """What another agency asks about a draft, what is answered, and what became of that (``outcome``). ``draft`` is
    null once the request has ended.
    """

    def reply(self):
        request, handling = self.context, IRequestHandling(self.context)
        found = asked_version(request)
        url = request.absolute_url()
        version = found[2] if found is not None else None
        return {
            "@id": f"{url}/@consultation",
            "state": state_of(request),
            "agency": {"id": request.asking_agency, "name": name_of(principal_of(request.asking_agency))},
            "by": {"id": request.asked_by, "name": name_of(request.asked_by)},
            "question": request.question,
            "deadline": request.deadline.isoformat(),
            "draft": {"url": f"{url}/@@asked-draft", "filename": version.filename, "version": version.number}
            if version is not None
            else None,
            "assignee": {"id": handling.assignee, "name": name_of(handling.assignee)} if handling.assignee else None,
            "answer": handling.answer,
            "text": handling.text,
            "outcome": [asdict(remark) for remark in handling.outcome],
        }


def round_as_json(found):
    """dict of JSON values of one round."""
    return {
        "id": found.id,
        "question": found.question,
        "deadline": found.deadline.isoformat(),
        "begun": found.begun.isoformat(),
        "by": {"id": found.by, "name": name_of(found.by)},
        "closed": found.closed.isoformat() if found.closed else None,
        "withdrawn": found.withdrawn,
        "file_version": found.file_version,
        "opinions": [
            {
                "id": opinion.id,
                "principal": {"id": opinion.principal, "name": name_of(opinion.principal)},
                "answer": opinion.answer,
                "answered": opinion.answered.isoformat() if opinion.answered else None,
                "answered_by": {"id": opinion.answered_by, "name": name_of(opinion.answered_by)}
                if opinion.answered_by
                else None,
                "late": opinion.late,
                "text": opinion.text,
                "file": opinion.file,
                "agency": agency_of(opinion.principal) or None,
                "chased": [when.isoformat() for when, _by in opinion.chases],
            }
            for opinion in found.opinions
        ],
    }
