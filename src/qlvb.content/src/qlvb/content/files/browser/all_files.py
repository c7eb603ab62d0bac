"""``@@all-files``: every file of a record in one ZIP (*Tải toàn bộ tài liệu*)."""

from Products.Five.browser import BrowserView
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import announce
from qlvb.content.files.serving import forbid_unfit
from qlvb.content.files.viewing import note_view
from shutil import copyfileobj
from tempfile import TemporaryFile
from zExceptions import NotFound
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zope.interface import implementer
from ZPublisher.Iterators import IStreamIterator


CHUNK = 1 << 16


@implementer(IStreamIterator)
class Stream:
    """The bytes of an open file, which goes when it is closed."""

    def __init__(self, opened):
        self.opened = opened

    def __iter__(self):
        return self

    def __next__(self):
        data = self.opened.read(CHUNK)
        if not data:
            self.opened.close()
            raise StopIteration
        return data

    def close(self):
        self.opened.close()


class AllFiles(BrowserView):
    """The newest version of each file, as it is stored; nothing is compressed, most of it is already."""

    def __call__(self):
        found = [(stored, stored.current) for stored in IFileStore(self.context).files()]
        if not found:
            raise NotFound("all-files")
        forbid_unfit([version for _stored, version in found], self.request)
        target = TemporaryFile()  # noqa: SIM115 (closed by the stream that sends it)
        names = distinct([version.filename for _stored, version in found])
        with ZipFile(target, "w", ZIP_STORED) as archive:
            for name, (stored, version) in zip(names, found, strict=True):
                with version.blob.open() as source, archive.open(name, "w", force_zip64=True) as sink:
                    copyfileobj(source, sink)
                note_view(self.context, stored, version, self.request)
        size = target.tell()
        target.seek(0)
        announce(self.request.response, size, f"{self.context.getId()}.zip", "application/zip")
        return Stream(target)


def distinct(names):
    """``names`` (list of str) with a number before the ending of those that came before, whatever their case: list.

    >>> distinct(["a.pdf", "b.pdf", "A.pdf", "a.pdf"])
    ['a.pdf', 'b.pdf', 'A (2).pdf', 'a (3).pdf']
    """
    taken, found = set(), []
    for name in names:
        name = name.replace("/", "_").replace("\\", "_")
        stem, dot, ending = name.rpartition(".")
        number, chosen = 1, name
        while chosen.lower() in taken:
            number += 1
            chosen = f"{stem or ending} ({number}){dot + ending if stem else ''}"
        taken.add(chosen.lower())
        found.append(chosen)
    return found
