"""``GET @consultation``: the rounds of a draft, who has answered what, and every remark in the order of the text."""

from dataclasses import asdict
from plone.restapi.services import Service
from qlvb.workflows.consultation.interfaces import IConsultations
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


def round_as_json(found):
    """dict of JSON values of one round."""
    return {
        "id": found.id,
        "question": found.question,
        "deadline": found.deadline.isoformat(),
        "begun": found.begun.isoformat(),
        "by": {"id": found.by, "name": name_of(found.by)},
        "closed": found.closed.isoformat() if found.closed else None,
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
            }
            for opinion in found.opinions
        ],
    }
