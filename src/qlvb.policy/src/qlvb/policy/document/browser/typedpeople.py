"""People whose names are typed where no script asks the site for them."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.tokens import token_of
from qlvb.content.text import fold
from qlvb.content.violations import Violation
from zope.component import getUtility


def take_typed_people(request, prefix, names, agency_id):
    """Put the person whose name or userid was typed into the field of that name, where nobody was chosen.

    Returns a Violation for each name that nobody has, or that several have.
    """
    unclear = []
    for name in names:
        typed = request.form.pop(f"{prefix}{name}-typed", "")
        chosen = request.form.get(f"{prefix}{name}")
        if not isinstance(typed, str) or not typed.strip() or chosen not in (None, "", [], "--NOVALUE--"):
            continue
        found = _named(typed.strip(), agency_id)
        if len(found) == 1:
            request.form[f"{prefix}{name}"] = [token_of(found[0])]
        else:
            message = _(
                "doc_person_unclear",
                default="Không rõ “${name}” là ai: hãy gõ đủ họ tên hoặc tên đăng nhập.",
                mapping={"name": typed.strip()[:80]},
            )
            unclear.append(Violation(name, "person_unclear", message))
    return unclear


def _named(typed, agency_id):
    """userids of those who may be meant: whoever has just this userid or name before all others."""
    found = getUtility(IDirectory).people(agency_id, typed)
    exact = [one for one in found if typed == one.userid] or [
        one for one in found if fold(typed).split() == fold(one.fullname).split()
    ]
    return [one.userid for one in exact or found]
