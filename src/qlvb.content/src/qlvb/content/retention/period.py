"""Retention periods and due dates: pure rules (reference: Luật Lưu trữ 33/2024/QH15 Điều 15, TT 10/2022/TT-BNV Điều
3).
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from qlvb.content import _
from qlvb.content.clock import show_date


KINDS = ("permanent", "years", "years_after_event", "until_superseded", "life_of_works", "life_of_equipment")
#: Kinds that wait for an event nobody can date beforehand.
EVENT_KINDS = ("years_after_event", "until_superseded", "life_of_works", "life_of_equipment")
#: Kinds with a number of years.
COUNTED_KINDS = ("years", "years_after_event")
SHORTEST = 2
LONGEST = 70
LABELS = {
    "permanent": _("retention_permanent", default="Vĩnh viễn"),
    "years_after_event": _("retention_kind_years_after_event", default="Số năm sau một sự kiện"),
    "until_superseded": _("retention_until_superseded", default="Đến khi văn bản hết hiệu lực thi hành"),
    "life_of_works": _("retention_life_of_works", default="Theo tuổi thọ công trình"),
    "life_of_equipment": _("retention_life_of_equipment", default="Theo tuổi thọ thiết bị"),
}
RULE = "Luật Lưu trữ 33/2024/QH15 Điều 15"


@dataclass(frozen=True)
class Period:
    """How long a record is kept: ``kind`` one of KINDS, ``years`` (2 to 70) only with the kinds of COUNTED_KINDS.

    :raises ValueError: a kind or a number of years that the law does not know.
    """

    kind: str
    years: int | None = None

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of retention: {self.kind!r}")
        if self.kind not in COUNTED_KINDS:
            if self.years is not None:
                raise ValueError(f"{self.kind} has no number of years")
        elif not isinstance(self.years, int) or isinstance(self.years, bool) or not SHORTEST <= self.years <= LONGEST:
            raise ValueError(f"years must be {SHORTEST} to {LONGEST}, not {self.years!r}")

    @property
    def label(self):
        """Message id: "Vĩnh viễn", "05 năm"."""
        if self.kind == "years":
            return _("retention_years", default="${years} năm", mapping={"years": f"{self.years:02d}"})
        if self.kind == "years_after_event":
            years = f"{self.years:02d}"
            return _("retention_years_after_event", default="${years} năm sau sự kiện", mapping={"years": years})
        return LABELS[self.kind]

    @property
    def rank(self):
        """What is compared to find the longest: permanent, then the event kinds (their end is not known), then
        years.
        """
        if self.kind == "permanent":
            return (2, 0, 0)
        if self.kind in EVENT_KINDS:
            return (1, self.years or 0, -EVENT_KINDS.index(self.kind))
        return (0, self.years, 0)


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
    "unfiled": _(
        "retention_due_unfiled",
        default="Văn bản chưa vào hồ sơ nào và không có thời hạn riêng nên chưa xác định được thời hạn bảo quản.",
    ),
    "years_after_event": _(
        "retention_due_years_after_event",
        default="Bảo quản một số năm tính từ sau một sự kiện; chưa ghi nhận ngày xảy ra sự kiện.",
    ),
    "after_event": _(
        "retention_due_after_event",
        default="Sự kiện xảy ra ngày ${event}; tính từ ${start}, bảo quản ${years} năm; xét giá trị từ ${due}.",
    ),
    "extended": _(
        "retention_due_extended",
        default="Thời hạn được kéo dài: xét giá trị từ ${due} (theo thời hạn gốc: ${computed}).",
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


def retention_due(kind, years, end_of_work, event_date=None, extended=None):
    """RetentionDue of a record.

    ``end_of_work`` is a date or None while work goes on. Ten years on work ended in 2025 run from 01/01/2026
    through 31/12/2035: due from 01/01/2036. With kinds that end by an event the record is due the year after the
    later of event and end of work, ``years_after_event`` so many years later. ``extended`` (date) is a day set by hand:
    it puts a day that is known off and never brings one nearer (Luật Lưu trữ 2024 Điều 15: not below what is
    prescribed).

    :raises ValueError: as :class:`Period`.
    """
    due = _computed(Period(kind, years), end_of_work, event_date)
    if due.date is None or extended is None or extended <= due.date:
        return due
    return RetentionDue(extended, "extended", {"due": show_date(extended), "computed": show_date(due.date)})


def _computed(period, end_of_work, event_date):
    if period.kind == "permanent":
        return RetentionDue(None, "permanent")
    if end_of_work is None:
        return RetentionDue(None, "work_open")
    if period.kind == "years":
        start = retention_start(end_of_work)
        due = date(start.year + period.years, 1, 1)
        return RetentionDue(due, "counted", {"end_year": str(end_of_work.year), **_counted(start, period.years, due)})
    if event_date is None:
        return RetentionDue(None, period.kind)
    start = retention_start(max(event_date, end_of_work))
    if period.kind == "years_after_event":
        due = date(start.year + period.years, 1, 1)
        return RetentionDue(due, "after_event", {"event": show_date(event_date), **_counted(start, period.years, due)})
    return RetentionDue(start, "event", {"event": show_date(event_date), "due": show_date(start)})


def _counted(start, years, due):
    return {"start": show_date(start), "years": f"{years:02d}", "due": show_date(due)}


def last_due(dues):
    """When a record may be appraised that several dossiers keep (``dues``: RetentionDue or None while undetermined):
    the RetentionDue that comes last. Never wins over not known, not known over any day. None of none that are
    determined; one that is not determined keeps the record as one whose work goes on.
    """
    known = [due for due in dues if due is not None]
    if not known:
        return None
    for due in known:
        if due.reason == "permanent":
            return due
    waiting = [due for due in known if due.date is None]
    if waiting:
        return waiting[0]
    if len(known) < len(dues):
        return RetentionDue(None, "work_open")
    return max(known, key=lambda due: due.date)


def longest(periods):
    """The period that wins in a dossier: the longest of its documents (Luật Lưu trữ 2024 Điều 15.4); None of none."""
    return max(periods, key=lambda period: period.rank, default=None)
