"""Who stands in for whom."""

from zope.interface import Interface


class IDelegations(Interface):
    """Utility: the delegations of the site that are in force or to come. Nothing here checks rights.

    A delegation is a :class:`~qlvb.content.delegations.rules.Scope`. It is never passed on: who acts for A does not
    act for those who delegated to A (NĐ 30/2020 Điều 13).
    """

    def principals(userid, day=None):
        """On whose behalf ``userid`` may act on ``day`` (date, default today): dict userid -> tuple of Scope."""

    def given(userid, day=None):
        """What ``userid`` has delegated on that day: list of Scope."""

    def covering(userid, record):
        """Scopes in force today by which ``userid`` may act on ``record``, because it is the giver's turn there:
        list.
        """

    def standing_in(record, principals):
        """Scopes in force today by which somebody may act on ``record`` in the place of one of ``principals`` (userids;
        groups are passed over), because it is that person's turn there: list.
        """

    def known(agency_id=None):
        """Every Scope that has not ended, those to come too, of an agency or of the site: list."""


class ITurn(Interface):
    """Adapter of a record that can be handled in another's place (documents, tasks, notes): whose turn it is."""

    def people():
        """dict userid -> set of the roles by which it is his turn."""

    def holders(permission):
        """userids whose turn it is to do what asks for this permission: set; empty when nobody can stand in there."""

    def reached_by(scope):
        """bool: records like this one are among those that the Scope hands over."""


class IAwaited(Interface):
    """Named adapter of a document (several may exist): whose word it waits for, besides those whose turn it is by a
    step or a line of their own. Who stands in for them may give that word, and nothing else.
    """

    def people():
        """userids: set."""


class IPreparedOpinions(Interface):
    """Adapter of a document: what assistants have prepared for whose turn it is. Reading writes nothing."""

    def get(giver):
        """PreparedOpinion for ``giver`` (userid) while it is his turn, or None."""

    def keep(giver, text, by):
        """Keep words for ``giver``, in place of earlier ones; returns the PreparedOpinion."""

    def drop_stale():
        """Forget what was prepared for people whose turn is over."""


class IAbsences(Interface):
    """Utility: who is away (vắng mặt). It tells, and offers a deputy; it changes nobody's turn."""

    def current(userid, day=None):
        """The :class:`~qlvb.workflows.delegation.absences.Absence` on ``day``, or None."""

    def of(userid):
        """Absences that are not over: list."""

    def of_agency(agency_id):
        """(userid, Absence) of everybody who holds a post there, by day: list."""

    def set(userid, values, by):
        """Keep an absence: dict ``first``, ``last`` (dates), ``note``, ``deputy`` (userid or ""); returns Absence.

        :raises Refused: 400 with every mistake.
        """

    def remove(userid, absence_id):
        """Take it back. :raises Refused: 404 there is none."""
