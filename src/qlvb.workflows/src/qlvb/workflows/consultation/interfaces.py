"""A consultation round: who was asked about which version of a draft, what they said, what became of it."""

from zope.interface import Attribute
from zope.interface import Interface


ANSWERS = ("agree", "disagree", "other")
DECISIONS = ("accepted", "rejected")


class IPoint(Interface):
    """One remark: on a place of the draft, or on the whole of it."""

    id = Attribute("str")
    place = Attribute("str: the paragraph or point as it was named (Điều 3 khoản 2), '' for the whole draft")
    text = Attribute("str")
    decision = Attribute("one of DECISIONS, or '' while the drafter has not decided")
    reason = Attribute("str: why; never empty for a rejected one")
    decided_by = Attribute("userid or ''")


class IOpinion(Interface):
    """What one person or unit was asked, and answered."""

    id = Attribute("str")
    principal = Attribute("userid, or id of the group that leads a department, or another agency (skhcn.leader)")
    request = Attribute("UID of the IOpinionRequest that lies in the other agency, or '' for people of the own")
    chases = Attribute("tuple of (datetime, userid): when it was chased (đôn đốc), by whom")
    answer = Attribute("one of ANSWERS, or '' while open")
    answered = Attribute("datetime or None")
    answered_by = Attribute("userid or ''")
    late = Attribute("bool: answered after the deadline")
    text = Attribute("str: as it was written")
    points = Attribute("tuple of IPoint")
    file = Attribute("id of the file sent with it, or ''")


class IRound(Interface):
    """One round. Closed ones keep their answers; only decisions on points are added."""

    id = Attribute("str")
    question = Attribute("str: what is asked")
    deadline = Attribute("date")
    begun = Attribute("datetime, aware")
    by = Attribute("userid of who asks")
    closed = Attribute("datetime or None while it runs")
    closed_by = Attribute("userid or ''")
    withdrawn = Attribute("bool: ended because the question was taken back")
    file_version = Attribute("int or None: number of the main file's version that was asked about")
    opinions = Attribute("list of IOpinion, in the order in which they were asked")


class IConsultations(Interface):
    """Adapter of IOutgoingDocument. Created by the first round, never by reading; only the acts write."""

    def rounds():
        """Oldest first: list of IRound."""

    def current():
        """The round that runs, or None."""

    def begin(question, deadline, principals, by):
        """Begin a round; the asked of the own agency may read the draft from now on, another agency gets a request.
        Returns IRound.
        """

    def ask(principals):
        """Ask further people and units in the running round; returns the new IOpinion, those asked already left out."""

    def own(principals):
        """The opinion of the running round that one of these principals (set of str) may give, or None; a person's
        own comes before that of a unit.
        """

    def answer(opinion, answer, text, points, file_id, by):
        """Note the answer; a later one takes the place of the earlier until the round is closed."""

    def extend(deadline):
        """A later day for all who are asked."""

    def find(opinion_id):
        """(IRound, IOpinion), or None."""

    def chase(by):
        """Note that those who have not answered are chased; returns them (list of IOpinion)."""

    def close(by, withdrawn=False):
        """End the round. Whoever of the own agency was asked goes on reading the draft: he is told why he comes too
        late. Requests in other agencies end, and with them the right to read the version that was asked about.
        """

    def point(point_id):
        """(IRound, IOpinion, IPoint), or None."""

    def decide(point_id, decision, reason, by):
        """Accept or reject one remark."""


class IRequestHandling(Interface):
    """Adapter of IOpinionRequest: who prepares the answer in the agency that is asked, and what was said. Only the acts
    write.
    """

    assignee = Attribute("userid or ''")
    assigned_by = Attribute("userid or ''")
    note = Attribute("str: what the assignee was told")
    prepared = Attribute("bool: an answer is prepared, or given")
    answer = Attribute("one of ANSWERS, or ''")
    text = Attribute("str")
    file = Attribute("id of the file that was prepared with it, or ''")
    by = Attribute("userid of who prepared it, or ''")
    outcome = Attribute("tuple of outcome.SettledRemark: what became of its remarks; () while none is decided")

    def assign(person, by, note):
        """Give it to somebody of the agency, in place of whoever had it."""

    def prepare(answer, text, file_id, by):
        """Keep an answer for the leader to send."""

    def settle(outcome):
        """Keep what the agency that asks has decided about the remarks (tuple of outcome.SettledRemark)."""
