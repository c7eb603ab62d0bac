"""Acts: the only way in which the state of a record changes."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Actor:
    """Who does it, for whom, on what basis (delegation)."""

    userid: str
    on_behalf: str = ""
    basis: str = ""
    delegation: str = ""  # UID of the delegation
    may_sign: bool = True  # False: the delegation leaves out signing

    def stands_for(self, person):
        """bool: what is ``person``'s (userid) to do, this actor may do: it is he, or he has delegated it."""
        return bool(person) and person in (self.userid, self.on_behalf)


@dataclass(frozen=True)
class Effect:
    """Something that an act is going to do: ``label`` is a message id, ``values`` are message ids or str."""

    label: str
    values: tuple


#: Code of refusals of what can be done, but to one record after the other only, by the person himself.
ONE_BY_ONE = "key_on_device"


class IAct(Interface):
    """Named adapter of a record. The name is the act's id, used in URLs and journals."""

    id = Attribute("e.g. submit, approve, return, sign, number, seal, issue, accept, present, direct, finish")
    title = Attribute("message id: the button")
    description = Attribute("message id: what it does, one sentence")
    schema = Attribute("zope.schema Interface of the input, or None")
    permission = Attribute("permission title")
    states = Attribute("tuple of review states in which it is possible; () = any")
    transition = Attribute("id of the DCWorkflow transition fired, or None")
    emphasis = Attribute("primary, normal, danger")
    order = Attribute("int: place among the buttons")
    stand_in = Attribute("id of the act that may stand for it when it is done to many records, '' for none")
    in_bulk = Attribute("that id while it stands for it in the record's state, else ''")
    beside = Attribute("tuple of ids of acts that others may have done since the person looked; () for most")
    serialise = Attribute("callable () -> name of the lock to take before the act runs, or None")

    def relevant():
        """bool: worth showing to this person at all (shown greyed with reasons if ``check`` refuses)."""

    def defaults():
        """dict: proposed input."""

    def preview():
        """What it is going to do with the record as it is, for people to read before: tuple of Effect, () for most."""

    def closed():
        """dict name of an input -> message: those that nobody can use for now, as a channel that is not set up."""

    def overtaken(conflicts):
        """list of Violation: what to say of ``conflicts``, by which somebody else was faster; most acts add nothing."""

    def check(data=None):
        """list of Violation. ``data`` None = could it be done at all now; else also the input. Never writes."""

    def execute(data):
        """Do it; called only after ``check`` returned []. Returns a dict for the caller (JSON values)."""


class IActs(Interface):
    """Adapter of a record: what can be done with it by the current user."""

    def get(act_id):
        """IAct, or None."""

    def all():
        """By order: list of IAct that are relevant."""

    def possible():
        """list of (IAct, violations)."""

    def admit(act_id, data=None):
        """(IAct, converted input) of what could be done now; writes nothing. :raises Refused: as ``perform``."""

    def perform(act_id, data=None, key=None):
        """Check and do.

        ``data`` may be raw JSON-like values: they are converted and validated by the schema; strings NFC. Beside fields
        it may carry ``expected_state`` and ``expected_seq`` (what the person saw): when the record has moved on, 409.
        ``key`` is an idempotency key: the same key again returns the first result without doing it twice.
        Journal entry ``act.<id>``, event ``IActPerformed``, reindexing are done here.

        :raises Refused: 400 input, 403 right, 404 unknown act, 409 state.
        """


class IInPerson(Interface):
    """Named adapter of an act: what a room knows that asks for the person each time the act is done."""

    def violations():
        """list of Violation with the code ``ONE_BY_ONE``; [] where the act may be done to many in one go."""


class IActPerformed(Interface):
    """Event: ``record``, ``act``, ``data``, ``actor``, ``result``."""


class IRefusalKeeper(Interface):
    """Named adapter of a record: what a room keeps of an act that was refused, though nothing else of it stays."""

    def keep(act_id, data, violations):
        """bool: something was written. ``data`` is the raw input."""
