"""The utility that answers questions about the organisation."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from dataclasses import replace
from plone import api
from plone.dexterity.content import DexterityContent
from qlvb.content.clock import today
from qlvb.content.organisation import homes
from qlvb.content.organisation import snapshot
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import PersonInfo
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.organisation.succession import forebears_of
from qlvb.content.organisation.succession import heir_of
from qlvb.content.site import site_at_work
from qlvb.content.text import fold
from qlvb.content.text import name_key
import transaction
from zope.component.hooks import getSite
from zope.interface import implementer


def is_valid(post, day):
    """True if the PostInfo is held on ``day`` (date)."""
    started = post.valid_from is None or post.valid_from <= day
    return started and (post.valid_to is None or day <= post.valid_to)


def groups_of(post):
    """Ids of the function groups that ``post`` (PostInfo) gives: of agency and department, member included."""
    found = set()
    for function in (*post.functions, "member"):
        found.add(group_id(post.agency, function))
        if post.department:
            found.add(group_id(post.agency, function, post.department))
    return found


def _is_agency(obj):
    """As ``IAgency.providedBy``; what the class of an object of ours says costs a tenth of asking itself."""
    kind = type(aq_base(obj))
    return IAgency.implementedBy(kind) or (not issubclass(kind, DexterityContent) and IAgency.providedBy(obj))


_SNAPSHOTS = object()


def _kept():
    """What this transaction knows: id of a site -> (the site, its snapshot)."""
    current = transaction.get()
    try:
        return current.data(_SNAPSHOTS)
    except KeyError:
        current.set_data(_SNAPSHOTS, {})
        return current.data(_SNAPSHOTS)


@implementer(IDirectory)
class Directory:
    """Reads the snapshot only; see IDirectory."""

    @property
    def _snapshot(self):
        """The snapshot of the site, looked for once in a transaction: one page or row asks for it dozens of times."""
        here, kept = aq_base(getSite()), _kept()
        site, found = kept.get(id(here), (None, None))
        # What this transaction has made itself may be taken back.
        if site is None or found is None or found._p_jar is None:
            found = snapshot.read(api.portal.get())
            kept[id(here)] = here, found
        return found

    def _entry(self, agency_id):
        snapshot = self._snapshot
        return snapshot.agencies.get(agency_id) if snapshot is not None and agency_id else None

    def agencies(self):
        snapshot = self._snapshot
        if snapshot is None:
            return []
        infos = {entry.info.id: entry.info for entry in snapshot.agencies.values()}

        def rank(info):
            chain, current = [], info
            while current is not None and current.id not in [item.id for item in chain]:
                chain.append(current)
                current = infos.get(current.parent)
            return [(item.identifier, item.id) for item in reversed(chain)]

        return sorted(infos.values(), key=rank)

    def agency(self, agency_id):
        entry = self._entry(agency_id)
        return entry.info if entry is not None else None

    def agency_object(self, agency_id):
        found = site_at_work()._getOb(agency_id, None) if agency_id else None
        return found if found is not None and _is_agency(found) else None

    def agency_of(self, obj):
        current = aq_inner(obj)
        while current is not None and not _is_agency(current):
            current = aq_parent(aq_inner(current))
        return self.agency(current.getId()) if current is not None else None

    def agency_by_identifier(self, identifier):
        snapshot = self._snapshot
        return self.agency(snapshot.identifiers.get(identifier)) if snapshot is not None and identifier else None

    def _units(self, agency_id):
        """dict id -> DepartmentInfo, the closed ones among them."""
        entry = self._entry(agency_id)
        return {info.id: info for info in entry.departments} if entry is not None else {}

    def departments(self, agency_id, closed=False):
        return [info for info in self._units(agency_id).values() if bool(info.closed_on) is closed]

    def department(self, agency_id, department_id):
        return self._units(agency_id).get(department_id)

    def heir(self, agency_id, department_id):
        return heir_of(self._units(agency_id), department_id)

    def posts(self, agency_id, function=None, department_id=None):
        entry = self._entry(agency_id)
        day = today()
        department_id = self.heir(agency_id, department_id) if department_id else department_id
        return [
            post
            for post in (entry.posts if entry is not None else ())
            if is_valid(post, day)
            and (function in (None, "member") or function in post.functions)
            and (department_id is None or post.department == department_id)
        ]

    def holders(self, agency_id, function, department_id=None):
        people = self._snapshot.people if self._snapshot is not None else {}
        named = dict.fromkeys(post.holder for post in self.posts(agency_id, function, department_id))
        return [userid for userid in named if userid in people and people[userid][0].active]

    def _posts_of(self, userid):
        snapshot = self._snapshot
        posts = []
        for agency_id in snapshot.held.get(userid, ()):
            posts.extend(post for post in self.posts(agency_id) if post.holder == userid)
        return tuple(sorted(posts, key=lambda post: (post.order, post.agency, post.id)))

    def person(self, userid):
        snapshot = self._snapshot
        known = snapshot.people.get(userid) if snapshot is not None and userid else None
        if known is None:
            return PersonInfo(userid=userid, fullname=userid, email="", phone="", posts=(), active=False)
        return replace(known[0], posts=self._posts_of(userid) if known[0].active else ())

    def accounts_of(self, agency_id):
        folder = api.portal.get()._getOb("people", None)
        return homes.userids_of(self._snapshot, folder, agency_id) if folder is not None else []

    def people(self, agency_id=None, text="", most=None):
        snapshot = self._snapshot
        if snapshot is None:
            return []
        userids = snapshot.people if agency_id is None else self.holders(agency_id, "member")
        wanted = fold(text).split()
        found = []
        for userid in userids:
            info, words = snapshot.people[userid]
            names = (userid, *words)
            if info.active and all(any(name.startswith(part) for name in names) for part in wanted):
                found.append((name_key(info.fullname), userid))
        return [self.person(userid) for _key, userid in sorted(found)[:most]]

    def main_post(self, userid, agency_id=None):
        for post in self.person(userid).posts:
            if agency_id is None or post.agency == agency_id:
                return post
        return None

    def principals(self, userid):
        found = {userid}
        for post in self.person(userid).posts:
            found |= groups_of(post)
            if post.department:
                # What waits for a department that is no more, or was opened to it, is its heir's.
                for unit in forebears_of(self._units(post.agency), post.department):
                    found |= groups_of(replace(post, department=unit))
        return found
