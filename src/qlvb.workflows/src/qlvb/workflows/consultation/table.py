"""BẢNG TỔNG HỢP, GIẢI TRÌNH, TIẾP THU: all remarks of a draft in the order of its text. Pure but for names."""

from dataclasses import dataclass
from qlvb.workflows.consultation.points import order_key


@dataclass(frozen=True)
class Remark:
    """One row: ``point`` is the id of a remark, "" for an answer without any (mere consent, a file alone)."""

    point: str
    place: str
    text: str
    who: str
    answered_by: str
    answer: str
    late: bool
    file: str
    decision: str
    reason: str


def remarks(rounds, name_of):
    """list of Remark of the answered opinions, by place, then in the order in which they were asked.

    ``name_of(principal)`` gives the name of a person or unit.
    """
    rows = []
    for found in rounds:
        for opinion in found.opinions:
            if not opinion.answer:
                continue
            common = {
                "who": name_of(opinion.principal),
                "answered_by": name_of(opinion.answered_by),
                "answer": opinion.answer,
                "late": opinion.late,
                "file": opinion.file,
            }
            points = opinion.points or (None,)
            rows.extend(
                Remark(
                    point=point.id if point else "",
                    place=point.place if point else "",
                    text=point.text if point else "",
                    decision=point.decision if point else "",
                    reason=point.reason if point else "",
                    **common,
                )
                for point in points
            )
    return sorted(rows, key=lambda row: order_key(row.place))


def tally(rounds):
    """dict: how many were asked, answered, agreed, did not, said otherwise, in all rounds."""
    opinions = [opinion for found in rounds for opinion in found.opinions]
    answers = [opinion.answer for opinion in opinions if opinion.answer]
    found = {answer: answers.count(answer) for answer in ("agree", "disagree", "other")}
    return {"asked": len(opinions), "answered": len(answers), **found}
