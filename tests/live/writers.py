"""A process that writes documents and says of each when it is committed; to be killed in the middle.

python -m live.writers SITE COUNT
"""

from datetime import date
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
import sys
import transaction
from transaction.interfaces import TransientError
from zope.component import getUtility


FIELDS = {
    "issuing_body": "Sở Nội vụ",
    "document_symbol": "SNV-VP",
    "issue_date": date(2026, 1, 5),
    "document_type": "official_letter",
}


def write(number, before):
    """A new document, and a change of the one before in the same transaction: the UID of the new one."""
    fields = {**FIELDS, "subject": f"Văn bản {number}", "original_number": str(number)}
    document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", fields, by="vanthuskhcn")
    if before is not None:
        before.subject = f"Sửa lần {number}"
        before.reindexObject()
    transaction.commit()
    return document


def main(site, count):
    start_zope()
    with application(site):
        print("ready", flush=True)
        before = None
        for number in range(1, count + 1):
            try:
                before = write(number, before)
                print(before.UID(), flush=True)
            except TransientError:
                transaction.abort()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
