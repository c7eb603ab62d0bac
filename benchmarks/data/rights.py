"""Who may view a generated document and in which boxes it sits: what the state machines and rooms of a site say.

Written from the permission maps and the adapters ``IBoxTokens``; the integration tests hold it to a site.
"""

from qlvb.content.organisation.interfaces import group_id


#: State -> local roles that may view; the function group of the agency that has a role counts unless it is secret.
_HANDLING = ("Drafter", "Handler", "Participant")
_OUTGOING = {
    "to_issue": (*_HANDLING, "RecordsClerk"),
    "numbered": (*_HANDLING, "RecordsClerk"),
    "issued": (*_HANDLING, "AgencyLeader", "AgencyMember", "Archivist", "Manager", "RecordsClerk"),
}
_INCOMING = ("AgencyLeader", "Handler", "Manager", "Participant", "RecordsClerk")
GROUPS = {"AgencyLeader": "leader", "AgencyMember": "member", "Archivist": "archivist", "RecordsClerk": "clerk"}
LINE_BOXES = {
    "new": "incoming.unread",
    "in_progress": "incoming.in_progress",
    "forwarded": "incoming.forwarded",
    "finished": "incoming.done",
}
OPEN_INCOMING = ("registered", "to_direct", "in_progress")


def view_roles(made):
    """tuple of local roles that may view the document in its state."""
    if not made.incoming:
        return _OUTGOING.get(made.state, _HANDLING)
    return (*_INCOMING, "Archivist") if made.state == "finished" else _INCOMING


def own_viewers(made, agency):
    """set of principals (userids, groups) that may view by a grant of the document itself."""
    people = {
        person.userid for person in (made.leader, made.lead, made.drafter, *made.supports, *made.informed) if person
    }
    if made.incoming:
        return people | ({made.reviewer.userid} if made.reviewer else set())
    if made.state == "draft" or made.state == "cancelled":
        return {made.drafter.userid}
    if made.state in ("in_review", "returned"):
        return {made.drafter.userid, made.reviewer.userid}
    return people | {made.reviewer.userid} | (_clerk(agency) if made.state == "issued" else set())


def _clerk(agency):
    return {agency.having("clerk")[0].userid}


def acl(made, agency):
    """frozenset of str, as the catalogue's allowedRolesAndUsers."""
    roles = view_roles(made)
    found = {*roles, *(f"user:{principal}" for principal in own_viewers(made, agency))}
    if made.secrecy == "none":
        found.update(f"user:{group_id(agency.id, GROUPS[role])}" for role in roles if role in GROUPS)
    elif made.incoming or made.state in ("to_issue", "numbered", "issued"):
        found.update(f"user:{userid}" for userid in _clerk(agency))
    return frozenset(found)


def boxes(made, agency):
    """set of (box, principal)."""
    return set(_incoming_boxes(made, agency) if made.incoming else _outgoing_boxes(made, agency))


def _incoming_boxes(made, agency):
    clerks, leaders = group_id(agency.id, "clerk"), group_id(agency.id, "leader")
    state = made.state
    if state == "waiting":
        yield "incoming.waiting", clerks
    elif state == "registered":
        yield "incoming.to_distribute", clerks
    elif state == "returned":
        yield "incoming.refused", clerks
    elif state == "to_direct":
        yield "incoming.to_direct", made.leader.userid
    if state in OPEN_INCOMING:
        yield "incoming.unfinished", clerks
        yield "incoming.unfinished", leaders
    if state in ("in_progress", "finished"):
        yield ("incoming.forwarded" if state == "in_progress" else "incoming.done"), made.leader.userid
        for recipient, role, line_state in lines(made):
            if role == "information":
                box = "incoming.information" if line_state == "new" else "incoming.information_read"
            else:
                box = LINE_BOXES[line_state]
            yield box, recipient.userid


def _outgoing_boxes(made, agency):
    clerks = group_id(agency.id, "clerk")
    drafter, reviewer, leader = made.drafter.userid, made.reviewer.userid, made.leader.userid
    state = made.state
    yield "outgoing.mine", drafter
    if state == "draft":
        yield "outgoing.drafts", drafter
    elif state == "returned":
        yield "outgoing.returned", drafter
        yield "outgoing.to_rework", reviewer
    elif state == "in_review":
        yield "outgoing.to_review", reviewer
    elif state == "to_sign":
        yield "outgoing.to_review", leader
        yield "outgoing.to_sign", leader
        yield "outgoing.with_other_leader", reviewer
    elif state in ("to_issue", "numbered"):
        yield ("outgoing.to_number" if state == "to_issue" else "outgoing.to_seal"), clerks
        yield "outgoing.at_clerk", reviewer
        yield "outgoing.at_clerk", leader
    if state in ("to_issue", "numbered", "issued"):
        yield "outgoing.signed_by_me", leader
    if state == "issued":
        for person in (drafter, reviewer, leader, clerks, *_clerk(agency)):
            yield "outgoing.issued", person


def lines(made):
    """(Person, role, state) of the assignment lines: list."""
    if made.lead is None:
        return []
    done = made.state == "finished"
    begun = done or made.index % 3 != 0
    state = "finished" if done else "in_progress" if begun else "new"
    found = [(made.reviewer, "lead", "finished" if done else "forwarded"), (made.lead, "lead", state)]
    found += [(person, "support", state) for person in made.supports]
    return found + [(person, "information", "finished" if begun else "new") for person in made.informed]


def holders(made):
    """userids whose turn it is: list."""
    return [who.userid for who, role, state in lines(made) if role != "information" and state in ("new", "in_progress")]
