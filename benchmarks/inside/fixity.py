"""Store files in a site, then look at all of them and hash the same files with sha256sum; prints the seconds of both."""

from io import BytesIO
import json
import os
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.walking import records_below
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.workflows.integrity.looking import look_at_all
import subprocess
import sys
import time
import transaction
from zope.component import getUtility


HEAD = b"Rar!\x1a\x07\x01\x00"  # what no check unpacks
ROUNDS = 3


def main(large, small):
    start_zope()
    with application("qlvb") as app:
        site = app["qlvb"]
        if not list(paths(site)):
            fill(site, int(large), int(small))
        found = list(paths(site))
        size = sum(os.path.getsize(path) for path in found)
        ours, theirs = [], []
        for _round in range(ROUNDS):
            theirs.append(timed(lambda: subprocess.run(["sha256sum", "--", *found], check=True, capture_output=True)))
            ours.append(timed(lambda: look_at_all(site)))
        print(json.dumps({"files": len(found), "bytes": size, "ours": min(ours), "theirs": min(theirs)}))


def timed(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def paths(site):
    """Paths of the stored bytes of every file of the site."""
    for _place, record in records_below(site):
        for file in IFileStore(record).kept() if IFileStore(record, None) is not None else ():
            for version in file.versions():
                yield version.blob._blob.committed()


def fill(site, large, small):
    """``large`` files of 16 MB (scans), ``small`` ones of 100 kB (letters)."""
    factory, agency = getUtility(IDocumentFactory), getUtility(IDirectory).agencies()[0].id
    for number in range(large + small):
        document = factory.create("IncomingDocument", agency, {"subject": f"Văn bản {number}"}, by="system")
        size = 16 << 20 if number < large else 100_000
        IFileStore(document).add("original", f"{number}.rar", BytesIO(HEAD + os.urandom(size)), by="system")
        if number % 20 == 0:
            transaction.commit()
    transaction.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
