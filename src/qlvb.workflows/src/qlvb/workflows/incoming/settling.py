"""What follows by itself when lines close: the document finishes, or goes back to whoever must assign anew."""

from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.interfaces import IGrants


def settle(record, reason="", by="system"):
    """Move the record when its lines say so; journalled as done by the system. Reindexing is the caller's task.

    ``reason`` and ``by`` tell why and by whom the last line was given back.
    """
    if state_of(record) != "in_progress":
        return
    lines = ILines(record)
    if lines.settled():
        fire(record, "complete")
        IJournal(record).append("record.finished", "system", {"from": "in_progress", "to": "finished"})
    elif lines.stranded():
        _hand_back(record, reason, by)


def _hand_back(record, reason, by):
    leader = "" if handling_of(record).distributed_by else handling_of(record).leader
    change_handling(record).come_back(reason, by)
    if leader:
        wait_for(record, leader)
        fire(record, "hand_back_leader")
    else:
        fire(record, "hand_back_clerk")
    IJournal(record).append(
        "record.handed_back", "system", {"from": "in_progress", "to": state_of(record), "reason": reason}
    )


def wait_for(record, leader):
    """It is this leader's turn to direct, and nobody else's; those asked before go on reading it."""
    grants = IGrants(record)
    before = {grant.principal for grant in grants.all() if (grant.cause, grant.reference) == ("step", "direct")}
    grants.revoke("step", reference="direct")
    for userid in before - {leader}:
        grants.grant(userid, "Participant", "step", reference="asked")
    grants.grant(leader, "Handler", "step", reference="direct")


def stop_waiting(record, decided_by=""):
    """It is no leader's turn any more; who decided stays its leader, also when it is secret."""
    grants = IGrants(record)
    grants.revoke("step", reference="direct")
    if decided_by:
        grants.grant(decided_by, "AgencyLeader", "step", reference="directed")
