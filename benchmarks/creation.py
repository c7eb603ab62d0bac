"""Making documents: one by one over REST against plain.restapi's Document, and many by the bulk import."""

from benchmarks import Result
from benchmarks._times import p50
from benchmarks.data.loading import generated
from benchmarks.data.records import Records
from benchmarks.data.sheets import write_json_lines
from benchmarks.sites import inside
from benchmarks.sites.kept import KeptSite
import json
import requests
import time


PASSWORD = "SonHai@2026"
#: Place of the agency in which documents are made.
AGENCY = 3


def measure(options):
    """iterable of Result."""
    site = KeptSite().prepare()
    with site.served():
        ours, plain = one_by_one(site, options.creations)
    rate = len(ours) / sum(ours)
    yield Result("create a document over REST: p50", p50(ours) * 1000, "ms")
    yield Result("create a plain Document over plone.restapi: p50", p50(plain) * 1000, "ms")
    yield Result("create against plone.restapi's Document", p50(ours) / p50(plain), "times", 1.3)
    yield Result("create over REST one by one", rate, "docs/s")
    site = KeptSite("imported").prepare()
    # One by one everything goes to one agency, into a month that is there: so it is with its second file.
    bulk(site, options.imported, AGENCY)
    said = bulk(site, options.imported, AGENCY)
    bulk_rate = said["imported"] / said["seconds"]
    yield Result(f"bulk import of {said['imported']:,} documents of an agency", bulk_rate, "docs/s")
    yield Result("bulk import: a document, time of the processor", said["processor"] / said["imported"] * 1000, "ms")
    yield Result("bulk import against REST one by one", bulk_rate / rate, "times", 10, at_least=True)
    yield Result("bulk import against plone.restapi's Document", bulk_rate * p50(plain), "times")
    said = bulk(site, options.imported)
    yield Result("bulk import of 20 agencies in one file", said["imported"] / said["seconds"], "docs/s")


def one_by_one(site, count):
    """(seconds of each of ours, seconds of each plain one): in turn, after three that do not count."""
    records = generated(1000)
    agency = records.province[AGENCY]
    person = agency.having("specialist")[0]
    client = site.session(person.userid)
    plain = requests.Session()
    plain.auth = ("plain", PASSWORD)
    plain.headers["Accept"] = "application/json"
    address = f"http://localhost:{site.port}/plain"
    ours, theirs = [], []
    for made, _turn in zip(records, range(count + 3), strict=False):
        text = records.body_of(made)[:450]
        body = {
            "@type": "OutgoingDocument",
            "subject": made.subject,
            "document_type": made.document_type,
            "note": text,
            "recipients": [{"name": "Sở Nội vụ"}],
        }
        ours.append(posted(client, f"{agency.id}/@documents", body))
        body = {"@type": "Document", "title": made.subject, "description": "Sở Nội vụ", "text": text}
        theirs.append(posted(plain, address, body))
    return ours[3:], theirs[3:]


def posted(session, address, body):
    """Seconds until the answer 201."""
    started = time.perf_counter()
    answer = session.post(address, json=body)
    seconds = time.perf_counter() - started
    if answer.status_code != 201:
        raise RuntimeError(f"{address}: {answer.status_code} {answer.text[:300]}")
    return seconds


def bulk(site, count, agency=None):
    """What ``bin/qlvb import`` of so many rows of five years, of the agency at this place or of all, has done (dict):
    what starting Zope takes is not counted.
    """
    records = Records(count, seed=int(time.time()), states=False, only=agency)
    path = site.home / "rows.jsonl"
    write_json_lines(records, path)
    said = json.loads(inside(site, "importing", path, "again").strip().splitlines()[-1])
    if said["refused"]:
        raise RuntimeError(f"rows were refused: {said}")
    return said
