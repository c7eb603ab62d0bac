"""The retention schedule shipped as starting data: rows the agency's archivist confirms against its own schedule."""

from dataclasses import dataclass
from functools import cache
from functools import cached_property
from importlib.resources import files
import json
from qlvb.content.retention.period import LONGEST
from qlvb.content.retention.period import SHORTEST
from qlvb.content.retention.period import Period
from qlvb.content.text import fold


#: Sections of the file in order of weight: what is in force comes before what was replaced.
SECTIONS = ("current_rows", "sector_rows", "default_rows")


@dataclass(frozen=True)
class ScheduleRow:
    """A row of a retention schedule."""

    token: str
    group: str
    group_title: str
    title: str
    detail: str
    period: Period
    counted_from: str
    schedule: str
    in_force: bool

    @cached_property
    def folded(self):
        """What is searched in a row."""
        return fold(f"{self.token} {self.name} {self.group_title} {self.schedule}")

    @property
    def name(self):
        """Title and detail in one line."""
        return f"{self.title}: {self.detail}" if self.detail else self.title

    @property
    def basis(self):
        """What to cite: circular and item."""
        return f"{self.schedule}, {self.token}"


def _rows(data):
    groups = {group["code"]: group["name_vi"] for group in data["groups"]}
    seen = {}
    for section in SECTIONS:
        for row in data[section]:
            if row["kind"] == "years" and not SHORTEST <= row["years"] <= LONGEST:
                continue
            item = str(row["item"])
            seen[item] = seen.get(item, 0) + 1
            yield ScheduleRow(
                token=f"{item}.{seen[item]}" if seen[item] > 1 else item,
                group=row["group"],
                group_title=groups.get(row["group"], ""),
                title=row["title_vi"],
                detail=row["sub_vi"] or "",
                period=Period(row["kind"], row["years"]),
                counted_from=row["counted_from"],
                schedule=row["schedule"],
                in_force=row["status"] == "current_known_row",
            )


@cache
def schedule():
    """Every shipped row, those in force first: tuple of ScheduleRow. What holds now says
    :class:`~qlvb.content.retention.interfaces.IRetentionSchedule`.
    """
    source = files("qlvb.content.retention") / "data" / "retention.json"
    return tuple(_rows(json.loads(source.read_text(encoding="utf-8"))))


def fitting(rows, text):
    """The rows in which every word of ``text`` occurs, accents not needed, in order: list of ScheduleRow. Pure."""
    words = fold(text).split()
    return [row for row in rows if all(word in row.folded for word in words)]
