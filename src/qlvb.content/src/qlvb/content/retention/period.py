"""Retention periods and due dates: pure rules (reference: Luật Lưu trữ 33/2024/QH15 Điều 15, TT 10/2022/TT-BNV Điều
3).
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from qlvb.content import _


KINDS = ("permanent", "years", "until_superseded", "life_of_works", "life_of_equipment")
#: Kinds that end with an event nobody can date beforehand.
EVENT_KINDS = ("until_superseded", "life_of_works", "life_of_equipment")
SHORTEST = 2
LONGEST = 70
LABELS = {
    "permanent": _("retention_permanent", default="Vĩnh viễn"),
    "until_superseded": _("retention_until_superseded", default="Đến khi văn bản hết hiệu lực thi hành"),
    "life_of_works": _("retention_life_of_works", default="Theo tuổi thọ công trình"),
    "life_of_equipment": _("retention_life_of_equipment", default="Theo tuổi thọ thiết bị"),
}
RULE = "Luật Lưu trữ 33/2024/QH15 Điều 15"


@dataclass(frozen=True)
class Period:
    """How long a record is kept: ``kind`` one of KINDS, ``years`` (2 to 70) only with kind ``years``.

    :raises ValueError: a kind or a number of years that the law does not know.
    """

    kind: str
    years: int | None = None

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of retention: {self.kind!r}")
        if self.kind != "years":
            if self.years is not None:
                raise ValueError(f"{self.kind} has no number of years")
        elif not isinstance(self.years, int) or isinstance(self.years, bool) or not SHORTEST <= self.years <= LONGEST:
            raise ValueError(f"years must be {SHORTEST} to {LONGEST}, not {self.years!r}")

    @property
    def label(self):
        """Message id: "Vĩnh viễn", "05 năm"."""
        if self.kind == "years":
            return _("retention_years", default="${years} năm", mapping={"years": f"{self.years:02d}"})
        return LABELS[self.kind]

    @property
    def rank(self):
        """What is compared to find the longest: permanent, then the event kinds (their end is not known), then
        years.
        """
        if self.kind == "permanent":
            return (2, 0)
        if self.kind in EVENT_KINDS:
            return (1, -EVENT_KINDS.index(self.kind))
        return (0, self.years)


@dataclass(frozen=True)
class RetentionDue:
    """When a record may be appraised for disposal, and why.

    ``date``: first day on which the period is over, or None (never, or not known yet). ``reason``: stable word;
    ``mapping``: the values of its sentence.
    """

    date: date | None
    reason: str
    mapping: dict = field(default_factory=dict)

    @property
    def sentence(self):
        """Message id: the reason in words."""
        message = SENTENCES[self.reason]
        return _(str(message), default=message.default, mapping=self.mapping)


SENTENCES = {
    "permanent": _("retention_due_permanent", default="Bảo quản vĩnh viễn, không bao giờ đến hạn hủy."),
    "work_open": _("retention_due_work_open", default="Công việc chưa kết thúc nên thời hạn chưa bắt đầu tính."),
    "counted": _(
        "retention_due_counted",
        default="Công việc kết thúc năm ${end_year}; tính từ ${start}, bảo quản ${years} năm; xét giá trị từ ${due}.",
    ),
    "until_superseded": _(
        "retention_due_until_superseded",
        default="Bảo quản đến khi văn bản hết hiệu lực thi hành; chưa ghi nhận ngày hết hiệu lực.",
    ),
    "life_of_works": _(
        "retention_due_life_of_works",
        default="Bảo quản theo tuổi thọ công trình; chưa ghi nhận ngày công trình hết tuổi thọ.",
    ),
    "life_of_equipment": _(
        "retention_due_life_of_equipment",
        default="Bảo quản theo tuổi thọ thiết bị; chưa ghi nhận ngày thiết bị hết sử dụng.",
    ),
    "event": _("retention_due_event", default="Thời hạn kết thúc ngày ${event}; xét giá trị từ ${due}."),
}


def retention_start(end_of_work):
    """The day from which years are counted: 1 January of the year after the year in which the work ended."""
    return date(end_of_work.year + 1, 1, 1)


def retention_due(kind, years, end_of_work, event_date=None):
    """RetentionDue of a record.

    ``end_of_work`` is a date or None while work goes on. Ten years on work ended in 2025 run from 01/01/2026
    through 31/12/2035: due from 01/01/2036. With kinds that end by an event the record is due the year after the
    later of event and end of work.

    :raises ValueError: as :class:`Period`.
    """
    period = Period(kind, years)
    if period.kind == "permanent":
        return RetentionDue(None, "permanent")
    if end_of_work is None:
        return RetentionDue(None, "work_open")
    if period.kind == "years":
        start = retention_start(end_of_work)
        due = date(start.year + period.years, 1, 1)
        return RetentionDue(
            due,
            "counted",
            {
                "end_year": str(end_of_work.year),
                "start": _shown(start),
                "years": f"{period.years:02d}",
                "due": _shown(due),
            },
        )
    if event_date is None:
        return RetentionDue(None, period.kind)
    due = retention_start(max(event_date, end_of_work))
    return RetentionDue(due, "event", {"event": _shown(event_date), "due": _shown(due)})


def longest(periods):
    """The period that wins in a dossier: the longest of its documents (Luật Lưu trữ 2024 Điều 15.4); None of none."""
    return max(periods, key=lambda period: period.rank, default=None)


def _shown(day):
    return day.strftime("%d/%m/%Y")
