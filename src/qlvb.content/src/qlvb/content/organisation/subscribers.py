"""What follows when the organisation changes: sections of a new agency, the snapshot, the groups."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from plone import api
from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content.organisation import snapshot
from qlvb.content.organisation.accounts import lock_account
from qlvb.content.organisation.groups import sync_person
from qlvb.content.organisation.identifiers import is_path_id
from qlvb.content.organisation.interfaces import SECTION_MARKERS
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.postings import write_down
from qlvb.content.organisation.vocabularies import SECTION_KINDS
from qlvb.content.organisation.vocabularies import SECTION_TITLES
from zExceptions import BadRequest
from zope.component import getUtility
from zope.container.interfaces import IContainerModifiedEvent
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def _agency_above(obj):
    while obj is not None and not IAgency.providedBy(obj):
        obj = aq_parent(aq_inner(obj))
    return obj


def _is_kept(agency):
    """False while the agency itself is being removed."""
    return agency is not None and api.portal.get()._getOb(agency.getId(), None) is not None


def _sync(userids):
    for userid in sorted(userids):
        sync_person(userid)


def _check_id(obj):
    if not is_path_id(obj.getId()):
        message = _(
            "organisation_error_path_id",
            default="Mã trong địa chỉ chỉ gồm chữ thường không dấu, chữ số và gạch nối, tối đa 40 ký tự.",
        )
        raise BadRequest(translate(message, context=getRequest()))


def department_added(department, event):
    """Its id becomes part of group ids."""
    _check_id(department)
    part_changed(department, event)


def agency_added(agency, event):
    """A new agency gets its sections."""
    _check_id(agency)
    add_sections(agency)
    _sync(snapshot.update_agency(api.portal.get(), agency))


def add_sections(agency):
    """Give the agency the sections that it does not have yet."""
    for kind in SECTION_KINDS:
        if kind not in agency:
            title = translate(SECTION_TITLES[kind], target_language="vi")
            section = createContentInContainer(
                agency, "Section", checkConstraints=False, id=kind, title=title, kind=kind
            )
            if kind in SECTION_MARKERS:
                alsoProvides(section, SECTION_MARKERS[kind])


def agency_modified(agency, event):
    """Its own data changed."""
    if not IContainerModifiedEvent.providedBy(event):
        _sync(snapshot.update_agency(api.portal.get(), agency))


def agency_removed(agency, event):
    """Nothing of it remains in the directory."""
    if event.object is agency:
        portal = api.portal.get()
        before = snapshot.posts_of(portal, event.oldName)
        _sync(snapshot.drop_agency(portal, event.oldName))
        write_down(before, {})


def part_changed(part, event):
    """A department or post came, changed or went."""
    start = event.oldParent if IObjectRemovedEvent.providedBy(event) else part
    agency = _agency_above(start)
    if _is_kept(agency):
        portal = api.portal.get()
        before = snapshot.posts_of(portal, agency.getId())
        _sync(snapshot.update_agency(portal, agency))
        write_down(before, snapshot.posts_of(portal, agency.getId()))


def person_changed(person, event):
    """A person came or changed: the account's properties follow the record."""
    snapshot.update_person(api.portal.get(), person)
    member = api.user.get(userid=person.getId())
    if member is not None:
        member.setMemberProperties({"fullname": person.title or "", "email": person.email or ""})
    if not person.active:
        lock_account(person.getId())
    sync_person(person.getId())


def person_removed(person, event):
    """The person is gone from the directory; the account stays, without groups."""
    snapshot.drop_person(api.portal.get(), person.getId())
    sync_person(person.getId())


def signed_in(event):
    """Posts begin and end by date: whoever signs in gets the groups of that day."""
    userid = event.principal.getId()
    if getUtility(IDirectory).person(userid).active:
        sync_person(userid)
