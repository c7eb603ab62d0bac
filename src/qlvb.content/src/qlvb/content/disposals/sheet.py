"""The working sheet of a disposal, kept in an annotation."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from persistent.mapping import PersistentMapping
from qlvb.content.disposals.interfaces import COMPONENTS
from qlvb.content.disposals.interfaces import IDisposal
from qlvb.content.disposals.interfaces import IDisposalItem
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.kept import kept_under
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


KEY = "qlvb.content.disposals.sheet"
#: Volumes (tập) that are put into one bundle (bó) when the list is numbered.
PER_BUNDLE = 20
#: Mark in the note of a file of a disposal that says which component it is.
MARK = "component:"


def place(number):
    """(bundle, volume), bó and tập, of the item that stands behind ``number`` others (int)."""
    bundle, volume = divmod(number, PER_BUNDLE)
    return bundle + 1, volume + 1


@implementer(IDisposalItem)
class DisposalItem(Persistent):
    """See IDisposalItem."""

    note = ""
    outcome = ""
    why = ""
    done = None
    skipped = ""
    destroyed = ()
    oids = ()

    def __init__(self, uid, kind, reference, title, reason, bundle=1, volume=1):
        self.uid = uid
        self.kind = kind
        self.reference = reference
        self.title = title
        self.reason = reason
        self.bundle = bundle
        self.volume = volume


class SheetStore(Persistent):
    """Items by UID; the other parts are replaced as a whole. Votes are a tree, so that two members do not conflict."""

    def __init__(self):
        self.items = OOBTree()
        self.votes = OOBTree()
        self.parts = PersistentMapping()


def _part(name):
    return property(lambda sheet: dict(sheet._parts.get(name, {})))


@implementer(ISheet)
@adapter(IDisposal)
class Sheet:
    """See ISheet."""

    council = _part("council")
    absent = _part("absent")
    ties = _part("ties")
    opinion = _part("opinion")
    decision = _part("decision")
    execution = _part("execution")
    certificate = _part("certificate")

    def __init__(self, disposal):
        self.disposal = disposal

    def items(self, outcome=None):
        store = self._store
        found = store.items.values() if store is not None else ()
        found = (item for item in found if outcome in (None, item.outcome))
        return sorted(found, key=lambda item: (item.bundle, item.volume, item.uid))

    def item(self, uid):
        store = self._store
        return store.items.get(uid) if store is not None else None

    def named(self, name):
        known = self.item(name)
        found = [item for item in self.items() if name and item.reference == name] if known is None else [known]
        return found[0] if len(found) == 1 else None

    @property
    def votes(self):
        found = {}
        store = self._store
        for (uid, userid), said in store.votes.items() if store is not None else ():
            found.setdefault(uid, {})[userid] = said
        return found

    @property
    def members(self):
        """dict userid -> role of the council."""
        return {member["userid"]: member["role"] for member in self.council.get("members", ())}

    def holder_of(self, role):
        """userid of the (first) member with the role, ""."""
        return next((userid for userid, found in self.members.items() if found == role), "")

    def components(self):
        found = dict.fromkeys(COMPONENTS, "")
        for file in IFileStore(self.disposal).files():
            for version in file.versions():
                name = version.note.removeprefix(MARK)
                if version.note.startswith(MARK) and name in found:
                    found[name] = file.id
        return found

    def put(self, item):
        """Add an item at the end of the list."""
        item.bundle, item.volume = place(len(self.items()))
        self._writable().items[item.uid] = item

    def take_out(self, uid):
        """Remove an item, before the council has it; those behind it move up, so no place is taken twice."""
        del self._writable().items[uid]
        for number, item in enumerate(self.items()):
            if (item.bundle, item.volume) != place(number):
                item.bundle, item.volume = place(number)

    def write(self, part, value):
        """Replace one of the parts (a dict of plain values)."""
        self._writable().parts[part] = dict(value)

    def vote(self, uid, userid, choice, reason):
        """Enter or change one vote."""
        self._writable().votes[uid, userid] = (choice, reason)

    @property
    def _store(self):
        return IAnnotations(self.disposal).get(KEY)

    @property
    def _parts(self):
        store = self._store
        return store.parts if store is not None else {}

    def _writable(self):
        return kept_under(self.disposal, KEY, SheetStore)
