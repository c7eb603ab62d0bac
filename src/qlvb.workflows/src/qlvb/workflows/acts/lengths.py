"""What is said of texts that are too short or too long: how many characters are asked for, and how many there are."""

from qlvb.content import _
from qlvb.content.interfaces import IQlvbLayer
from z3c.form.error import ErrorViewSnippet
from zope.component import adapter
from zope.i18n import translate
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooShort


def length_message(field, error):
    """Message id for a TooShort or TooLong of ``field``; the title of the field stands before it."""
    mapping = {"limit": str(field.max_length if isinstance(error, TooLong) else field.min_length)}
    value = error.args[0] if error.args else None
    count = len(value) if hasattr(value, "__len__") else None
    if ICollection.providedBy(field):
        if isinstance(error, TooLong):
            return _("violation_too_many", default="có quá ${limit} mục", mapping=mapping)
        return _("violation_too_few", default="phải có ít nhất ${limit} mục", mapping=mapping)
    mapping["count"] = str(count if count is not None else "?")
    if isinstance(error, TooLong):
        return _("violation_too_long", default="dài quá ${limit} ký tự, hiện có ${count}", mapping=mapping)
    return _("violation_too_short", default="phải có ít nhất ${limit} ký tự, hiện có ${count}", mapping=mapping)


class LengthSnippet(ErrorViewSnippet):
    """The same below the field of a form, where z3c.form would say "Value is too short"."""

    def createMessage(self):
        """str: a sentence."""
        words = translate(length_message(self.field, self.error), context=self.request)
        return f"{words[:1].upper()}{words[1:]}."


@adapter(TooShort, IQlvbLayer, None, None, None, None)
class TooShortSnippet(LengthSnippet):
    """See LengthSnippet."""


@adapter(TooLong, IQlvbLayer, None, None, None, None)
class TooLongSnippet(LengthSnippet):
    """See LengthSnippet."""
