"""A process that makes documents of no dossier with large files; when it gets a line it says what became of the package
that holds them: both as JSON.

python -m live.packing SITE
"""

from datetime import date
import json
from live.story import LETTER
import made_files
import os
from packaged import enter
from qlvb.content.index.verifying import verify
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.period import Period
from qlvb.policy.commands.check import faults_of
from qlvb.policy.commands.check import index_faults
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.workflows.packages.loose.shelf import DocumentPackages
import sys
import transaction


AGENCY, PACKED = "skhcn", 8
#: Bytes of each annex: so much that the building can be met at work.
LARGE = 12 << 20
DAY = date(2018, 6, 4)


def prepare():
    """UIDs of the documents."""
    found = [letter(number) for number in range(1, PACKED + 1)]
    transaction.commit()
    return [one.UID() for one in found]


def letter(number):
    values = {
        "subject": f"V/v cung cấp ảnh hiện trường {number}",
        "document_type": "official_letter",
        "issuing_body": "Sở Tài chính",
        "original_number": str(number),
        "document_symbol": "STC",
        "issue_date": DAY,
        "arrival_date": DAY,
        "arrival_channel": "post",
        "language": "vi",
    }
    files = [("main", "van-ban.pdf", LETTER.read_bytes()), ("annex", "anh.png", made_files.image() + os.urandom(LARGE))]
    document = enter("IncomingDocument", AGENCY, files, **values)
    IOwnPeriod(document).determine(Period("years", 10), "Bảng thời hạn của cơ quan")
    document.reindexObject()
    return document


def report(uids):
    """What became of the package, of its documents, and of what an interrupted building left on disk."""
    verify(repair=True)
    packages = DocumentPackages(AGENCY)
    records = [find_record(uid) for uid in uids]
    (entry,) = [one for one in packages.all() if set(one.uids) == set(uids)]
    return {
        "faults": [*index_faults(), *(fault for record in records for fault in faults_of(record))],
        "state": packages.state(entry),
        "damage": packages.look(entry),
        "errors": [one.code for one in entry.findings if one.severity == "error"],
        "told": [IJournal(record).count("package_built") for record in records],
        "journals": [IJournal(record).verify() for record in records],
        "files": sorted(path.name for path in packages.directory(entry).iterdir()),
        "filename": entry.filename,
    }


def main(site):
    start_zope()
    with application(site):
        uids = prepare()
        print(json.dumps(uids), flush=True)
        sys.stdin.readline()
        transaction.begin()
        print(json.dumps(report(uids)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
