"""Accounts of people: made together with the person's record, never with a password known to anybody else."""

from plone import api
from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content.accounts.history import keep_password
from qlvb.content.accounts.naming import numbered
from qlvb.content.organisation.vocabularies import PEOPLE
from qlvb.content.organisation.vocabularies import SECTION_TITLES
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import re
import secrets
import string
from zope.i18n import translate


USERID = re.compile(r"[a-z][a-z0-9._-]{2,63}")
_KINDS = (string.ascii_lowercase, string.ascii_uppercase, string.digits, "@#%+=?")


def new_password(length=14):
    """A random password with all four kinds of characters (at least 8 long by the rules; 14 here)."""
    letters = [secrets.choice(kind) for kind in _KINDS]
    letters += [secrets.choice("".join(_KINDS)) for _position in range(length - len(letters))]
    secrets.SystemRandom().shuffle(letters)
    return "".join(letters)


def people_folder():
    """The section of all people; made at the first need."""
    portal = api.portal.get()
    if PEOPLE not in portal.objectIds():
        title = translate(SECTION_TITLES[PEOPLE], target_language="vi")
        createContentInContainer(portal, "Section", checkConstraints=False, id=PEOPLE, title=title, kind=PEOPLE)
    return portal[PEOPLE]


def propose_userid(fullname, taken):
    """Account name of a person by the province's rule: the names joined, a number after them when taken.

    ``taken`` is a callable str -> bool. Source: account regulation Điều 6 (``tranvana``, then ``tranvana2``).

    >>> propose_userid("Trần Văn Á", {"tranvana"}.__contains__)
    'tranvana2'
    """
    return numbered(re.sub(r"[^a-z0-9]", "", fold(fullname)), taken)


def is_taken(userid):
    """True if an account or a person has this name."""
    return userid in people_folder_ids() or api.portal.get().acl_users.getUserById(userid) is not None


def people_folder_ids():
    """The ids of all people; empty before there is any."""
    folder = api.portal.get()._getOb(PEOPLE, None)
    return folder if folder is not None else ()


def create_person(userid, fullname, email="", phone="", password=None, home_agency=None):
    """Make the account and the person ``/people/<userid>``; returns the Person.

    ``home_agency`` (path id) is the agency whose administrator looks after the account.

    Without ``password`` nobody can sign in with the account until a password is set (:func:`reset_password`).

    :raises Refused: 400 for an impossible or taken userid, an empty or over-long name.
    """
    userid, fullname = nfc(userid or "").strip(), nfc(fullname or "").strip()
    violations = []
    if not USERID.fullmatch(userid):
        message = _(
            "organisation_error_userid",
            default="Tên tài khoản gồm 3 đến 64 chữ thường không dấu, chữ số, dấu chấm, gạch; bắt đầu bằng chữ.",
        )
        violations.append(Violation("userid", "bad_userid", message))
    elif is_taken(userid):
        message = _("organisation_error_userid_taken", default="Tên tài khoản này đã có.")
        violations.append(Violation("userid", "userid_taken", message))
    if not fullname or len(fullname) > 150:
        message = _("organisation_error_fullname", default="Họ và tên là bắt buộc, tối đa 150 ký tự.")
        violations.append(Violation("fullname", "bad_fullname", message))
    if violations:
        raise Refused(violations)
    api.portal.get().acl_users._doAddUser(userid, password or secrets.token_urlsafe(32), ["Member"], [])
    if password:
        keep_password(userid, password)
    return createContentInContainer(
        people_folder(),
        "Person",
        checkConstraints=False,
        id=userid,
        title=fullname,
        email=nfc(email),
        phone=nfc(phone),
        active=True,
        home_agency=home_agency,
    )


def reset_password(userid):
    """Give the account a new random password and return it: shown once to the administrator, stored only as a hash."""
    password = new_password()
    _set_password(userid, password)
    keep_password(userid, password)
    return password


def lock_account(userid):
    """Nobody can sign in with the account until its password is reset."""
    if api.portal.get().acl_users.getUserById(userid) is not None:
        _set_password(userid, secrets.token_urlsafe(32))


def may_be_reset_by_agency(userid):
    """False for accounts with roles over the whole site: only such an account may reset another."""
    user = api.portal.get().acl_users.getUserById(userid)
    return user is not None and not {"Manager", "Site Administrator"} & set(user.getRoles())


def _set_password(userid, password):
    api.portal.get().acl_users.source_users.updateUserPassword(userid, password)
