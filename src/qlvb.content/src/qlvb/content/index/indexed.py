"""What the index keeps of one record, as values; and how far it was said anew."""

from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from hashlib import blake2b
import json


@dataclass(frozen=True)
class Indexed:
    """A record as the tables hold it.

    ``record``: column of ``records`` -> value, without id, acl, digest. ``acl``: principals that may view it.
    ``boxes``: set of (box, principal); ``box_days``: the deadlines of those in which the record sits under another
    deadline than its own, as ordinal days. ``satellites``: name in ``SATELLITES`` -> list of dict column -> value.
    ``texts``: column of ``record_texts`` -> str; without ``content`` the text of the files stays as it is.
    """

    uid: str
    record: dict
    acl: frozenset
    boxes: frozenset = frozenset()
    box_days: dict = field(default_factory=dict)
    satellites: dict = field(default_factory=dict)
    texts: dict = field(default_factory=dict)

    @property
    def acl_set(self):
        """(agency, principals): what is kept once for all records that have it."""
        return self.record["agency"], self.acl

    @property
    def open_boxes(self):
        """set of (box, principal) whose principal may view the record itself."""
        return {(box, principal) for box, principal in self.boxes if f"user:{principal}" in self.acl}

    @cached_property
    def digest(self):
        """Hash of everything but the text of the files: two of the same say the same. Once asked for, it goes with the
        row to another process.
        """
        texts = {name: text for name, text in self.texts.items() if name != "content"}
        days = [sorted(self.box_days.items())] if self.box_days else []
        said = [self.uid, self.record, sorted(self.acl), sorted(self.boxes), self.satellites, texts, *days]
        return blake2b(json.dumps(said, sort_keys=True, default=str).encode(), digest_size=16).hexdigest()
