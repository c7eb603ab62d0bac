"""Orders to sign a record: given in bulk or kept from a signature that failed, carried out by the worker."""

from zope.interface import Attribute
from zope.interface import Interface


STATES = ("queued", "failed", "done")


class ISigningOrder(Interface):
    """What somebody has ordered to be signed, and what came of it. Ended ones never change."""

    id = Attribute("str")
    person = Attribute("userid of who signs")
    turn = Attribute("str: the turn (see IAwaitsSignature) in which it was ordered")
    act = Attribute("id of the act that signs: sign, sign_note")
    data = Attribute("dict of JSON values: the input of that act")
    state = Attribute("one of STATES")
    asked = Attribute("aware datetime")
    ended = Attribute("aware datetime, or None while queued")
    code = Attribute("str: code of what went wrong, '' for nothing or for a fault of the program")
    cause = Attribute("message for people: what went wrong, '' for nothing")


class ISigningOrders(Interface):
    """Adapter of IRecord. Only the room writes; the caller reindexes."""

    def all():
        """Oldest first: list of ISigningOrder."""

    def get(order_id):
        """ISigningOrder, or None."""

    def live():
        """The newest order while it still matters: it is queued, or it failed and nobody has signed or passed the
        record on since; else None.
        """

    def order(person, act_id, data):
        """Have it signed by the worker; returns the ISigningOrder."""

    def note_failure(person, act_id, data, code, cause):
        """Keep an attempt that failed at once; returns the ISigningOrder."""


class IAwaitsSignature(Interface):
    """Adapter of a record that can be signed."""

    def person():
        """userid whose signature it waits for now, "" for nobody's."""

    def turn():
        """str: id of the step or decision for which it is waited for, "" for none: what failed in an earlier turn does
        not matter any more.
        """
