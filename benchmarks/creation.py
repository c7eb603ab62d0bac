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


#: The bulk import lasts minutes at most; its rows are those of a year nobody else uses, so that it can be repeated.
PASSWORD = "SonHai@2026"


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
    seconds, imported = bulk(options.imported)
    yield Result(f"bulk import of {imported:,} documents", imported / seconds, "docs/s")
    yield Result("bulk import against REST one by one", imported / seconds / rate, "times", 10, at_least=True)


def one_by_one(site, count):
    """(seconds of each of ours, seconds of each plain one): in turn, after three that do not count."""
    records = generated(1000)
    agency = records.province[3]
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


def bulk(count):
    """(seconds, documents) of ``bin/qlvb import`` on a site of its own: what starting Zope takes is not counted."""
    site = KeptSite("imported").prepare()
    records = Records(count, seed=int(time.time()), states=False)
    path = site.home / "rows.jsonl"
    write_json_lines(records, path)
    said = json.loads(inside(site, "importing", path, "again").strip().splitlines()[-1])
    if said["refused"]:
        raise RuntimeError(f"rows were refused: {said}")
    return said["seconds"], said["imported"]
