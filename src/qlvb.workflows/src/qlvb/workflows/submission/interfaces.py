"""The course of a submission note: who decides in what order, who is asked besides, what they said."""

from zope.interface import Attribute
from zope.interface import Interface


#: What somebody may say who is asked for an opinion, or decides.
OUTCOMES = ("agreed", "returned", "withdrawn")


class IDecision(Interface):
    """One station: whose decision is asked."""

    id = Attribute("str")
    person = Attribute("userid")
    round = Attribute("int: how often the note was submitted by then")
    since = Attribute("datetime when it became this person's turn, or None")
    done = Attribute("datetime or None")
    outcome = Attribute("one of OUTCOMES, or ''")
    comment = Attribute("str")
    on_behalf = Attribute("userid of who decided in the person's place, or ''")
    basis = Attribute("str: the document by which he might (NĐ 30/2020 Điều 13), or ''")
    to_sign = Attribute("bool: with the approval a signature of the printed note was asked for")
    signed = Attribute("datetime of that signature, or None")
    paper = Attribute("int: the version of the printed note that was put to him, or None for notes of old")


class INoteOpinion(Interface):
    """One opinion, asked in parallel; it decides nothing."""

    id = Attribute("str")
    person = Attribute("userid")
    asked_by = Attribute("userid")
    since = Attribute("datetime")
    done = Attribute("datetime or None")
    answer = Attribute("agree, disagree, other, or ''")
    text = Attribute("str")
    answered_by = Attribute("userid of who answered in the person's place, or ''")
    basis = Attribute("str: the document by which he might (NĐ 30/2020 Điều 13), or ''")


class INoteCourse(Interface):
    """Adapter of ISubmissionNote. Created by the first act, never by reading; only the acts write."""

    def decisions():
        """In order: list of IDecision."""

    def opinions():
        """In the order in which they were asked: list of INoteOpinion."""

    def current():
        """The IDecision whose turn it is, or None."""

    def latest():
        """Those of the newest submission, in order: list of IDecision."""

    def submit(people):
        """Begin with these people (userids), one after another; the first one's turn begins. Returns the first."""

    def decide(outcome, by, comment, basis=""):
        """Close the current one; after "agreed" the next one's turn begins. Returns the next IDecision, or None.
        ``basis``: by what ``by`` decides in another's place.
        """

    def ask(people, by):
        """Ask for opinions in parallel; returns the new ones, people whose opinion is open left out."""

    def opinion_of(userid):
        """The person's open opinion, or None."""

    def answer(opinion, answer, text, by="", basis=""):
        """Note an opinion; ``by`` gave it, on that ``basis`` when he is not who was asked."""


class IHoldingNote(Interface):
    """Adapter of IOutgoingDocument: the live submission note that it is attached to."""

    def note():
        """ISubmissionNote, or None."""

    def hold(note):
        """From now on the draft depends on ``note``."""

    def release(note):
        """It does no more."""
