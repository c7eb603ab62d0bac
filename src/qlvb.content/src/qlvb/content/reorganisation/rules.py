"""What a plan has to be like, and how many days a code may wait: pure functions."""

from dataclasses import dataclass
from datetime import date
from qlvb.content import _
from qlvb.content.reorganisation.interfaces import DISSOLVE
from qlvb.content.reorganisation.interfaces import KINDS
from qlvb.content.reorganisation.interfaces import MERGE
from qlvb.content.reorganisation.interfaces import RENAME_AGENCY
from qlvb.content.reorganisation.interfaces import RENAME_UNIT
from qlvb.content.reorganisation.interfaces import RULE
from qlvb.content.reorganisation.interfaces import SPLIT
from qlvb.content.violations import Violation


MOST_UNITS, MOST_SUCCESSORS, LONGEST_DECISION = 20, 10, 100
LONGEST_TITLE, LONGEST_SYMBOL = 200, 30
#: Kind -> (fewest, most) departments that are changed, (fewest, most) that go on.
_NUMBERS = {
    RENAME_AGENCY: ((0, 0), (1, 1)),
    RENAME_UNIT: ((1, 1), (1, 1)),
    MERGE: ((2, MOST_UNITS), (1, 1)),
    DISSOLVE: ((1, MOST_UNITS), (1, 1)),
    SPLIT: ((1, 1), (2, MOST_SUCCESSORS)),
}
_MESSAGES = {
    "kind_unknown": _("reorganisation_kind_unknown", default="Hãy chọn hình thức sắp xếp."),
    "agency_unknown": _("reorganisation_agency_unknown", default="Hãy chọn cơ quan."),
    "units_wrong": _("reorganisation_units_wrong", default="Số phòng ban được chọn không hợp với hình thức sắp xếp."),
    "unit_unknown": _("reorganisation_unit_unknown", default="Có phòng ban không thuộc cơ quan này."),
    "unit_closed": _(
        "reorganisation_unit_closed", default="Có phòng ban đã sáp nhập, chia tách hoặc giải thể trước đó."
    ),
    "successor_missing": _(
        "reorganisation_successor_missing", default="Phải ghi đủ đơn vị kế thừa (hoặc tên mới khi đổi tên)."
    ),
    "successor_circular": _(
        "reorganisation_successor_circular", default="Đơn vị kế thừa không được là chính đơn vị kết thúc hoạt động."
    ),
    "successor_twice": _("reorganisation_successor_twice", default="Các đơn vị kế thừa phải khác nhau."),
    "title_taken": _("reorganisation_title_taken", default="Tên mới trùng tên một phòng ban đang hoạt động."),
    "name_same": _("reorganisation_name_same", default="Tên và chữ viết tắt mới giống hệt hiện nay."),
    "text_long": _("reorganisation_text_long", default="Tên tối đa 200 ký tự, chữ viết tắt tối đa 30 ký tự."),
    "decision_missing": _(
        "reorganisation_decision_missing", default="Phải ghi số quyết định (tối đa 100 ký tự) làm căn cứ."
    ),
    "date_missing": _("reorganisation_date_missing", default="Phải ghi ngày, ví dụ 2026-12-01."),
    "decided_later": _("reorganisation_decided_later", default="Ngày quyết định không được sau ngày có hiệu lực."),
    "date_past": _("reorganisation_date_past", default="Ngày có hiệu lực không được ở quá khứ."),
    "post_unknown": _("reorganisation_post_unknown", default="Có chức vụ không thuộc phòng ban được chia tách."),
    "post_nowhere": _(
        "reorganisation_post_nowhere", default="Mỗi chức vụ phải thuộc một đơn vị kế thừa trong danh sách."
    ),
}


@dataclass(frozen=True)
class Known:
    """What there is: ``agencies`` ids; of the agency ``title`` and ``symbol``, ``units`` dict id -> DepartmentInfo,
    the closed ones too, ``posts`` dict id -> id of its department; ``today``: date.
    """

    agencies: frozenset
    title: str
    symbol: str
    units: dict
    posts: dict
    today: date


def mistakes(change, known):
    """What is wrong with a Change, from the kind on: list of Violation; [] it may be carried out as far as the plan
    itself goes.
    """
    if change.kind not in KINDS:
        return [_violation("kind", "kind_unknown")]
    if change.agency not in known.agencies:
        return [_violation("agency", "agency_unknown")]
    return [
        _violation(field, code)
        for field, code in (
            *_units(change, known),
            *_successors(change, known),
            *_posts(change, known),
            *_basis(change, known),
        )
    ]


def _units(change, known):
    (fewest, most), _number = _NUMBERS[change.kind]
    if not fewest <= len(set(change.units)) <= most or len(set(change.units)) != len(change.units):
        yield "units", "units_wrong"
    if any(unit not in known.units for unit in change.units):
        yield "units", "unit_unknown"
    elif any(known.units[unit].closed_on for unit in change.units):
        yield "units", "unit_closed"


def _successors(change, known):
    _number, (fewest, most) = _NUMBERS[change.kind]
    given = change.successors
    named = [one for one in given if one.id or one.title]
    if not fewest <= len(given) <= most or len(named) != len(given):
        yield "successors", "successor_missing"
        return
    if any(len(one.title) > LONGEST_TITLE or len(one.symbol) > LONGEST_SYMBOL for one in given):
        yield "successors", "text_long"
    ids = [one.id for one in given if one.id]
    if any(one not in known.units for one in ids):
        yield "successors", "unit_unknown"
    elif any(known.units[one].closed_on for one in ids):
        yield "successors", "unit_closed"
    if change.kind in (MERGE, DISSOLVE) and set(ids) & set(change.units):
        yield "successors", "successor_circular"
    if len({one.id or one.title.casefold() for one in given}) != len(given):
        yield "successors", "successor_twice"
    yield from _names(change, known)


def _names(change, known):
    new = change.successors[0]
    if change.kind == RENAME_AGENCY:
        if not new.symbol:
            yield "successors", "successor_missing"
        elif (new.title, new.symbol) == (known.title, known.symbol):
            yield "successors", "name_same"
        return
    if change.kind == RENAME_UNIT and len(change.units) == 1 and change.units[0] in known.units:
        old = known.units[change.units[0]]
        if new.id or not new.title:
            yield "successors", "successor_missing"
        elif (new.title, new.symbol) == (old.title, old.symbol):
            yield "successors", "name_same"
    ending = set(change.units) if change.kind in (RENAME_UNIT, MERGE, SPLIT) else set()
    taken = {one.title.casefold() for one in known.units.values() if not one.closed_on and one.id not in ending}
    if any(not one.id and one.title.casefold() in taken for one in change.successors):
        yield "successors", "title_taken"


def _posts(change, known):
    if change.kind != SPLIT:
        return
    if any(known.posts.get(post) not in change.units for post, _place in change.posts):
        yield "posts", "post_unknown"
    if any(not 0 <= place < len(change.successors) for _post, place in change.posts):
        yield "posts", "post_nowhere"


def _basis(change, known):
    if not 0 < len(change.decision) <= LONGEST_DECISION:
        yield "decision", "decision_missing"
    if change.decision_date is None:
        yield "decision_date", "date_missing"
    if change.effective is None:
        yield "effective", "date_missing"
        return
    if change.effective < known.today:
        yield "effective", "date_past"
    if change.decision_date is not None and change.decision_date > change.effective:
        yield "decision_date", "decided_later"


def _violation(field, code):
    return Violation(field, code, _MESSAGES[code], RULE)


def days_left(due, today):
    """How many of the days of the clock are left on ``today``, below zero when it has run out.

    >>> days_left(date(2026, 12, 16), date(2026, 12, 1))
    15
    """
    return (due - today).days
