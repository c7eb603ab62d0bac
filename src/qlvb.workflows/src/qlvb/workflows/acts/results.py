"""Results kept per idempotency key, so that a double click or a repeated request does nothing twice."""

from BTrees.OOBTree import OOBTree
from qlvb.content import _
from qlvb.content.kept import kept_under
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate


ANNOTATION = "qlvb.acts.results"
LONGEST_KEY = 128


def in_words(result, request):
    """``result`` of an act (dict) with what it says in the language of the request: ids of messages are for nobody."""
    if "message" not in result:
        return result
    return {**result, "message": translate(result["message"], context=request)}


def key_used():
    """Refused, 409: the key of the request was sent with another request before."""
    message = _("violation_key_used", default="Khóa chống lặp (Idempotency-Key) này đã dùng cho một thao tác khác.")
    return Refused([Violation("", "key_used", message)], 409)


def kept_result(record, key, act_id, userid):
    """The result kept for ``key``, or None.

    :raises Refused: 400 the key is too long; 409 the key served another act or another person.
    """
    if len(key) > LONGEST_KEY:
        message = _("violation_key_too_long", default="Khóa chống lặp (Idempotency-Key) dài quá 128 ký tự.")
        raise Refused([Violation("", "key_too_long", message)], 400)
    kept = IAnnotations(record).get(ANNOTATION, {}).get(key)
    if kept is None:
        return None
    if kept["act"] != act_id or kept["by"] != userid:
        raise key_used()
    return dict(kept["result"])


def act_of_key(record, key):
    """Id of the act that ``key`` has served on this record, "" when it is new."""
    kept = IAnnotations(record).get(ANNOTATION, {}).get(key)
    return kept["act"] if kept is not None else ""


def keep_result(record, key, act_id, userid, result):
    """Keep ``result`` (a dict of JSON values) for ``key``."""
    kept_under(record, ANNOTATION, OOBTree)[key] = {"act": act_id, "by": userid, "result": dict(result)}
