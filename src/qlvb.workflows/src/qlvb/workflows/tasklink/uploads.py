"""The bytes of the files that a report names: sent before it, each once.

A file goes to ``<address>/files/<sha256>`` (PUT, with Content-Digest as RFC 9530 has it). Whether the other side has it
already is asked there first (HEAD), so nothing is sent twice, whatever became of the answer or of our transaction.
"""

from base64 import b64encode
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import ILeaving
from qlvb.content.files.leaving import unscanned
from qlvb.workflows.links.client import REFUSED
from qlvb.workflows.links.client import TAKEN
from qlvb.workflows.links.client import exchange
from qlvb.workflows.links.client import trouble
from qlvb.workflows.outbox.interfaces import JobFailed


#: The other side has the file; it has it not, or takes none at all.
THERE, NOT_THERE = (200, 204), (404, 405, 501)
#: Bytes of the largest file that is sent; of others the report says name, hash and address.
LARGEST = 50 * 1024 * 1024


def send_files(task, body, address, token):
    """``body`` of a report (dict of JSON values) in which every file says whether the other side has its bytes
    (``sent``), after those that it had not were sent.

    :raises JobFailed: to be tried again.
    """
    files = body.get("detail", {}).get("files")
    if not files:
        return body
    told = [{**one, "sent": _is_sent(task, one, address, token)} for one in files]
    return {**body, "detail": {**body["detail"], "files": told}}


def _is_sent(task, file, address, token):
    stored = IFileStore(task).get(file.get("file", ""))
    version = stored.version(file["version"]) if stored is not None else None
    if version is None or not may_leave(version):
        return False
    if found := unscanned([version]):
        raise JobFailed(found[0].message)
    url = f"{address}/files/{version.sha256}"
    if has_file(url, token):
        return True
    with version.blob.open() as stream:
        return put_file(url, token, version.sha256, version.mimetype, stream)


def has_file(url, token):
    """bool: the other side has the bytes of this address. :raises JobFailed: it did not say."""
    status, _answer = exchange("HEAD", url, token, {})
    if status not in (*THERE, *NOT_THERE):
        raise JobFailed(trouble(status))
    return status in THERE


def put_file(url, token, sha256, mimetype, stream):
    """Send the bytes of ``stream`` (binary, open); bool: they were taken, False: this side takes no such file.

    :raises JobFailed: to be tried again; so are bytes that did not arrive as they left.
    """
    digest = b64encode(bytes.fromhex(sha256)).decode("ascii")
    headers = {"Content-Type": mimetype, "Content-Digest": f"sha-256=:{digest}:"}
    status, answer = exchange("PUT", url, token, headers, data=stream)
    if status in (*REFUSED, *NOT_THERE, 415):
        return False
    if status not in (*TAKEN, 204):
        raise JobFailed(trouble(status))
    if (answer or {}).get("sha256", sha256) != sha256:
        raise JobFailed(
            _("tasklink_file_damaged", default="Tệp đến hệ thống của tỉnh không còn nguyên vẹn; sẽ gửi lại.")
        )
    return True


def may_leave(version):
    """bool: of an IFileVersion, that it is not too large and nothing keeps it from leaving."""
    return 0 < version.size <= LARGEST and ILeaving(version).obstacle is None
