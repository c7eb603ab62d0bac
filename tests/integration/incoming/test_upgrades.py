"""Received documents of older sites."""

from BTrees.OOBTree import OOBTree
from pickle import dumps
from qlvb.content import clock
from qlvb.workflows.incoming.upgrades import to_1009
from qlvb.workflows.incoming.verification import ANNOTATION
from qlvb.workflows.incoming.verification import verdicts_of
from received import received
from zope.annotation.interfaces import IAnnotations


class ReadText(str):
    """As the texts that pyHanko reads: it knows the file."""


def test_verdicts_let_go_of_their_files(province):
    name = ReadText("Person")
    name.reader = b"x" * 100_000
    verdict = {"field_name": name, "intact": True, "changed_fields": [name], "certificate": {"subject": name}, "signed_at": None}
    record, checked = received(), clock.now()
    IAnnotations(record)[ANNOTATION] = OOBTree({"1.1": {"checked": checked, "verdicts": [verdict]}})
    received(original_number="8")
    to_1009(province.portal_setup)
    found = verdicts_of(record, "1", 1)
    assert found == {"checked": checked, "verdicts": [verdict]}
    assert len(dumps(found)) < 1000
