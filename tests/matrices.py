"""Permission matrices as people read them: blocks of role rows and state columns, ``x`` = may; and blocks of situations
with a row for each act that names who may do it.
"""

from pathlib import Path
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.actbar import ActBar
from qlvb.workflows.acts.api.acts.service import ActsGet
from qlvb.workflows.acts.browser.links import act_links
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from zope.component import getAdapters


#: Acts that rooms add to every kind of record; their own tests say who may.
OF_OTHER_ROOMS = {
    "file_in_dossier", "remove_from_dossier", "file", "unfile", "give_task", "place_hold", "determine_own_period",
    "mark_precedent", "end_precedent",
}  # fmt: skip


def read_matrix(path):
    """dict (permission, state) -> set of roles, of the file at ``path``."""
    lines = [line.rstrip() for line in Path(path).read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    states = lines[0].split()
    found, permission = {}, None
    for line in lines[1:]:
        if not line.startswith(" "):
            permission = line
            found.update({(permission, state): set() for state in states})
            continue
        role, *marks = line.split()
        if len(marks) != len(states) or set(marks) - {"x", "."}:
            raise ValueError(line)
        for state, mark in zip(states, marks, strict=True):
            if mark == "x":
                found[permission, state].add(role)
    return found


def read_acts(path):
    """dict (situation, act) -> set of columns, of the file at ``path``."""
    found, situation = {}, ""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            situation = line.strip()
            continue
        act, *columns = line.split()
        if (situation, act) in found:
            raise ValueError(line)
        found[situation, act] = set(columns)
    return found


def acts_of(record):
    """Ids of all acts of ``record`` that its own rooms give it: set of str."""
    return {name for name, _act in getAdapters((record,), IAct)} - OF_OTHER_ROOMS


def who_may(record, people, login_as):
    """dict act -> columns of those of ``people`` (column -> userid) who can do it now; acts that nobody can left out."""
    found = {name: set() for name in acts_of(record)}
    for column, userid in people.items():
        with login_as(userid):
            for name in found:
                if not IActs(record).get(name).check():
                    found[name].add(column)
    return {name: columns for name, columns in found.items() if columns}


def refuse_the_others(record, may, people, login_as):
    """Whatever ``may`` (act -> columns) does not name is refused for a reason, and nothing of it stays."""
    before = state_of(record), sum(1 for _entry in IJournal(record).entries())
    for column, userid in people.items():
        with login_as(userid):
            for act in acts_of(record):
                if column not in may.get(act, ()):
                    with pytest.raises(Refused) as caught:
                        IActs(record).perform(act, {})
                    assert caught.value.status in (400, 403, 404, 409, 503), (column, act)
                    assert all(str(violation.message) for violation in caught.value.violations), (column, act)
    assert (state_of(record), sum(1 for _entry in IJournal(record).entries())) == before


def bar_buttons(record, request):
    """dict act -> may be done, of the bar above documents and tasks."""
    return {button.id: button.possible for button in ActBar(record, request).buttons}


def link_buttons(record, request):
    """dict act -> may be done, of the links on the screens of other records."""
    return {link.id: not link.why for link in act_links(record, request)}


def show_alike(record, may, people, login_as, request, on_screen=bar_buttons):
    """Buttons of the screen and the list of the service ``@acts`` are the same, and what can be done there may be done."""
    for column, userid in people.items():
        with login_as(userid):
            buttons = on_screen(record, request)
            service = ActsGet()
            service.context, service.request = record, request
            listed = {item["id"]: not item["violations"] for item in service.answer()["items"]}
        assert buttons == listed, column
        own = {act for act, possible in buttons.items() if possible and act not in OF_OTHER_ROOMS}
        assert own <= {act for act, columns in may.items() if column in columns}, column
