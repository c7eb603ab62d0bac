"""A process that makes documents, one of which is not what was stored, and looks at all files of the site, a record at
a time: it says as JSON which documents they are, then after each record how many files it had. ``report`` is what the
process after it says, see live.looked.

python -m live.looking SITE
"""

import json
from live.story import LETTER
import os
from packaged import enter
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.workflows.integrity import looking
import sys
import transaction


LOOKED_AT = 12


def letter(number):
    values = {"subject": f"V/v đối chiếu tệp {number}", "issuing_body": "Sở Tài chính", "original_number": str(number)}
    return enter("IncomingDocument", "skhcn", [("main", "van-ban.pdf", LETTER.read_bytes())], **values)


def version(document):
    (stored,) = IFileStore(document).files()
    return stored.current


def prepare():
    """UIDs of the documents; the sum that the last one remembers is wrong."""
    found = [letter(number) for number in range(1, LOOKED_AT + 1)]
    version(found[-1]).sha256 = "0" * 64
    transaction.commit()
    return [one.UID() for one in found]


def report(site, uids):
    """The rest of the pass that was cut off, and one from beginning to end after it."""
    cut_off = IFixityLedger(site).open_run("full")
    looking.look_at_all(site)
    (again,) = [run for run in IFixityLedger(site).runs() if run["started"] == cut_off["started"]]
    told = [IJournal(find_record(uid)).count("file_damaged") for uid in uids]
    version(find_record(uids[-1])).sha256 = version(find_record(uids[0])).sha256
    transaction.commit()
    looking.look_at_all(site)
    whole = next(run for run in IFixityLedger(site).runs() if run["kind"] == "full" and run["ended"])
    return {
        "before": cut_off["files"],
        "resumed": [again["files"], again["ended"] is not None],
        "whole": whole["files"],
        "told": told,
        "open": [fault.uid for fault in IFixityLedger(site).faults() if fault.uid in uids],
    }


def say(value):
    print(json.dumps(value), flush=True)


def main(site):
    start_zope()
    looking.PORTION = 0  # a record between two commits
    with application(site) as app:
        say({"pid": os.getpid(), "uids": prepare()})
        sys.stdin.readline()
        looking.look_at_all(app[site], told=lambda files, size: say(files))
        say("through")


if __name__ == "__main__":
    main(*sys.argv[1:])
