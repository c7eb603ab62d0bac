"""A personal document as JSON."""

from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.summary import file_summary


def document_json(document):
    """dict of JSON values."""
    address = document.absolute_url()
    return {
        "@id": address,
        "@type": document.portal_type,
        "subject": document.subject,
        "note": document.note,
        "created": document.created().asdatetime().isoformat(),
        "modified": document.modified().asdatetime().isoformat(),
        "files": [file_summary(address, stored) for stored in IFileStore(document).files()],
    }
