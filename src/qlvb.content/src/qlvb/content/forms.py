"""What addresses and forms carry, before anybody reads it."""

from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.text import NO_TEXT
from qlvb.content.text import is_storable
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


@adapter(IPubAfterTraversal)
def clean_form(event):
    """Zero bytes and bytes that are no UTF-8 (Zope makes halves of surrogate pairs of them) are taken out of texts: no
    database and no page takes them, and nobody can type them. JSON with them is refused (``files/requests.py``).
    """
    if not IQlvbLayer.providedBy(event.request):
        return
    form = event.request.form
    for name, value in form.items():
        if isinstance(value, (str, list)) and not is_storable(value):
            form[name] = cleaned(value)


def cleaned(value):
    """``value`` without what is no text, also in a list.

    >>> cleaned("a\x00b"), cleaned(["\udcff", 5])
    ('ab', ['', 5])
    """
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    return NO_TEXT.sub("", value) if isinstance(value, str) else value
