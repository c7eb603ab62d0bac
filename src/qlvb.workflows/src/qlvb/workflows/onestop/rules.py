"""The rules of a submission as pure functions: where it stands, whether another may be sent, what answers mean."""

from ipaddress import ip_address
from ipaddress import ip_network
from qlvb.workflows.links.addresses import is_local
from urllib.parse import urlsplit


#: Where the contract has its services, below the site.
CONTRACT = "api/onestop/v1"
#: States of a document in which the leader has it, or whoever prepares it for him.
WITH_LEADER = ("draft", "consulting", "in_review", "appraisal", "to_sign", "returned")
WITH_CLERK = ("to_issue", "numbered")
#: How the last result stands -> the state, while it has not arrived.
ON_THE_WAY = {"queued": "result_pending", "sent": "result_pending", "failed": "delivery_failed"}
#: Code of a violation -> HTTP status; 400 for all others.
STATUSES = {
    "file_too_large": 413,
    "files_too_large": 413,
    "file_type_not_allowed": 415,
    "file_extension_mismatch": 415,
    "file_broken": 415,
    "file_encrypted": 415,
    "file_has_macros": 415,
    "file_too_large_unpacked": 415,
    "checksum": 422,
    "no_draft_file": 422,
    "main_file": 422,
    "unknown_file": 422,
    "unknown_unit": 422,
    "unknown_user": 422,
    "user_not_signer": 422,
    "unknown_document_type": 422,
    "forbidden_unit": 403,
    "duplicate_submission": 409,
    "case_already_open": 409,
    "idempotency_conflict": 409,
    "already_issued": 409,
}
#: Status of an answer -> the contract's code, where the violation has none of its own.
CODES = {
    400: "MALFORMED",
    401: "UNAUTHENTICATED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    409: "STATE_CONFLICT",
    413: "FILE_TOO_LARGE",
    415: "FILE_TYPE",
    429: "RATE_LIMIT",
}


def stage(document_state, ended, delivery):
    """str: where a submission stands, in the contract's words.

    ``document_state``: state of the document; ``ended``: one of ENDINGS; ``delivery``: state of the last result that
    was sent back, ``none`` before there is one.

    >>> stage("to_sign", "", "none"), stage("numbered", "", "none"), stage("issued", "issued", "confirmed")
    ('waiting_sign', 'waiting_issue', 'delivered')
    >>> stage("cancelled", "returned", "failed"), stage("cancelled", "returned", "confirmed")
    ('delivery_failed', 'returned')
    """
    if ended == "cancelled":
        return "cancelled"
    if ended:
        return ON_THE_WAY.get(delivery) or ("returned" if ended == "returned" else "delivered")
    if document_state in WITH_LEADER:
        return "waiting_sign"
    if document_state in WITH_CLERK:
        return "waiting_issue"
    return "cancelled" if document_state == "cancelled" else "issued"


def is_open(document_state, ended):
    """bool: the dossier waits for this document, so no other may be sent for it.

    >>> is_open("to_issue", ""), is_open("cancelled", "returned"), is_open("issued", "issued")
    (True, False, False)
    """
    return not ended and document_state not in ("cancelled", "destroyed")


def status_of(codes):
    """int: HTTP status that fits these codes of violations: 400 when one of them is about the form of the request, else
    that of the first.

    >>> status_of(["checksum"]), status_of(["required", "checksum"])
    (422, 400)
    """
    found = [STATUSES.get(code, 400) for code in codes]
    return 400 if 400 in found or not found else found[0]


def contract_code(code, status):
    """str: the contract's word for a refusal.

    >>> contract_code("case_already_open", 409), contract_code("required", 400), contract_code("file_broken", 415)
    ('CASE_ALREADY_OPEN', 'MALFORMED', 'FILE_TYPE')
    """
    if code in STATUSES and status in (403, 409, 422):
        return code.upper()
    return CODES.get(status, "INTERNAL")


def subject_of(subject, case_code, space):
    """str: subject of the document: the one of the submission and the dossier's code.

    >>> subject_of("Trình Lãnh đạo ký duyệt", "H99-1", False)
    'Trình Lãnh đạo ký duyệt(H99-1)'
    """
    return f"{subject}{' ' if space else ''}({case_code})"


def is_network(text):
    """bool: an address, or a network of addresses (CIDR).

    >>> is_network("10.1.0.0/16"), is_network("2001:db8::/32"), is_network("10.1.2.3"), is_network("motcua")
    (True, True, True, False)
    """
    try:
        ip_network(text)
    except ValueError:
        return False
    return True


def may_call(address, networks):
    """bool: requests from this address are taken: it lies in one of ``networks``, or there is none.

    >>> may_call("10.1.2.3", ["10.1.0.0/16"]), may_call("10.2.2.3", ["10.1.0.0/16"]), may_call("", [])
    (True, False, True)
    >>> may_call("", ["::1"]), may_call("::1", ["10.1.0.0/16", "::1"])
    (False, True)
    """
    try:
        return not networks or any(ip_address(address) in ip_network(one) for one in networks)
    except ValueError:
        return False


def may_fetch(url, hosts):
    """bool: a component's address from which this site may fetch: HTTPS (or this machine) and a host of the link.

    >>> may_fetch("https://motcua.sonhai.example/tep/1?key=x", ["motcua.sonhai.example"])
    True
    >>> may_fetch("https://10.0.0.1/tep", ["motcua.sonhai.example"])
    False
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except (ValueError, AttributeError):
        return False
    if parts.username or parts.password or not host or any(ord(char) <= 32 for char in url):
        return False
    if parts.scheme != "https" and not (parts.scheme == "http" and is_local(host)):
        return False
    return host in hosts or f"{host}:{port}" in hosts


def hosts_of(settings):
    """list of str: hosts from which components may be fetched."""
    parts = urlsplit(settings["address"])
    own = [(parts.hostname or "").lower()] if parts.hostname else []
    return own + [host.lower() for host in settings["hosts"]]
