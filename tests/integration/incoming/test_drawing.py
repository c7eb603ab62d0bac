"""Bút phê viết tay: a direction with a picture that was drawn."""

from base64 import b64encode
from io import BytesIO
from PIL import Image
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.packages.contents import ROLES


def picture(size=(300, 120), kind="PNG", colour="navy"):
    stream = BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    return sent(stream.getvalue())


def sent(data, filename="ve.png"):
    return {"filename": filename, "data": b64encode(data).decode(), "content-type": "image/png"}


def drawings(record):
    return [stored.current.filename for stored in IFileStore(record).files("direction")]


def test_it_is_kept_with_the_document_and_its_hash_is_in_the_journal(actors, to_direct):
    actors.do(
        to_direct, "direct", "tranduclong", text="Giao phòng CCVC", drawing=picture(), lead=["vuhaiyen"], working_days=5
    )
    (stored,) = IFileStore(to_direct).files("direction")
    (direction,) = handling_of(to_direct).directions
    assert (direction.drawing, direction.text) == (stored.id, "Giao phòng CCVC")
    assert (stored.current.filename, stored.current.mimetype) == ("but-phe-1.png", "image/png")
    added = [entry for entry in IJournal(to_direct).entries() if entry.event == "file_added"][-1]
    assert stored.current.sha256 in str(added.detail)
    assert IFileStore(to_direct).readable() is None  # it is never shown in place of the document
    assert "direction" in ROLES  # it goes into the archive's packages


def test_a_drawing_alone_still_gives_work_with_words(actors, to_direct):
    actors.do(to_direct, "direct", "tranduclong", drawing=picture(), lead=["vuhaiyen"], as_tasks=False)
    (line,) = ILines(to_direct).all()
    assert line.request == handling_of(to_direct).direction == "(Bút phê viết tay: but-phe-1.png)"


def test_what_is_only_to_be_known_may_be_written_by_hand_too(actors, to_direct):
    actors.do(to_direct, "keep", "tranduclong", drawing=picture())
    assert drawings(to_direct) == ["but-phe-1.png"] and handling_of(to_direct).direction.startswith("(Bút phê")


@pytest.mark.parametrize(
    "drawing, code",
    [
        (picture(kind="JPEG"), "drawing_wrong"),
        (picture(size=(4097, 10)), "drawing_wrong"),
        (sent(b"\x89PNG\r\n\x1a\nhong"), "drawing_wrong"),
        (sent(b"<svg onload='alert(1)'/>"), "drawing_wrong"),
        (sent(b"x" * (1024 * 1024 + 1)), "too_large"),
    ],
)
@pytest.mark.parametrize("act", ["direct", "keep"])
def test_what_is_no_drawing_is_refused(actors, to_direct, act, drawing, code):
    data = {"lead": ["vuhaiyen"], "text": "Giao"} if act == "direct" else {}
    assert actors.refused(to_direct, act, "tranduclong", drawing=drawing, **data) == (400, [code])
    assert state_of(to_direct) == "to_direct" and drawings(to_direct) == []


def test_amending_replaces_it_while_nobody_has_read_it(actors, to_direct):
    actors.do(to_direct, "direct", "tranduclong", text="Giao", drawing=picture(), lead=["vuhaiyen"])
    before = handling_of(to_direct).directions[-1].drawing
    actors.do(to_direct, "amend_direction", "tranduclong", text="Giao", drawing=picture(colour="red"))
    (stored,) = IFileStore(to_direct).files("direction")
    assert stored.id != before and handling_of(to_direct).directions[-1].former == ()
    actors.do(to_direct, "amend_direction", "tranduclong", text="Giao gấp")
    assert handling_of(to_direct).directions[-1].drawing == stored.id
    actors.do(to_direct, "amend_direction", "tranduclong", text="Giao gấp", drop_drawing=True)
    assert drawings(to_direct) == [] and handling_of(to_direct).directions[-1].drawing == ""
    same = actors.refused(to_direct, "amend_direction", "tranduclong", text="Giao gấp", drop_drawing=True)
    assert same == (400, ["direction_same"])


def test_once_read_the_old_drawing_stays_to_be_seen(actors, to_direct):
    actors.do(to_direct, "direct", "tranduclong", text="Giao", drawing=picture(), lead=["vuhaiyen"])
    before = handling_of(to_direct).directions[-1].drawing
    opened(to_direct, "vuhaiyen")
    actors.do(to_direct, "amend_direction", "tranduclong", text="Giao", drawing=picture(colour="red"))
    (direction,) = handling_of(to_direct).directions
    ((text, _until, former),) = direction.former
    assert (text, former) == ("Giao", before) and direction.drawing != before
    assert len(drawings(to_direct)) == 2
