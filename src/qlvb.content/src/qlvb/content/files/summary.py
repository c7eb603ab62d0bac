"""Files as JSON."""

from zope.globalrequest import getRequest
from zope.i18n import translate


def version_summary(record_url, stored, version, damaged=()):
    """A version: dict of JSON values. ``pdf`` is the address of its PDF, or None while there is none; ``virus_check``
    stands there once a scanner has looked at it, ``secrecy_stamp`` when its words have a stamp of state secrets,
    ``damaged`` when its bytes are known to be others than those that were stored (``damaged``: as of damaged_versions).
    """
    address = f"{record_url}/@@file/{stored.id}/{version.number}"
    return {
        "version": version.number,
        "filename": version.filename,
        "mimetype": version.mimetype,
        "size": version.size,
        "sha256": version.sha256,
        "created": version.created.isoformat(),
        "creator": version.creator,
        "note": version.note,
        "kind": version.kind,
        "page_count": version.page_count,
        "pdf_state": version.pdf_state,
        "pdf_error": translate(version.pdf_error, context=getRequest()),
        "text_state": version.text_state,
        "text_error": translate(version.text_error, context=getRequest()),
        "download": address,
        "pdf": f"{address}/pdf" if version.pdf_state == "ready" else None,
        "text_recognised": version.text_recognised,
        **({"damaged": True} if (stored.id, version.number) in damaged else {}),
        **({"secrecy_stamp": version.secrecy_stamp} if version.secrecy_stamp else {}),
        "searchable": f"{address}/searchable" if version.searchable_blob() is not None else None,
        **({"virus_check": version.virus_check.as_json()} if version.virus_check is not None else {}),
    }


def file_summary(record_url, stored, damaged=()):
    """A file with its current version: dict of JSON values. ``damaged`` as for :func:`version_summary`."""
    return {
        "@id": f"{record_url}/@files/{stored.id}",
        "id": stored.id,
        "role": stored.role,
        "title": stored.title,
        "versions": len(stored.versions()),
        **version_summary(record_url, stored, stored.current, damaged),
    }
