"""What is written in docs/rest with values of other types: refused with the field named, never an error of the server."""

from documentation.recorder import PAGES
import json
import re


EXAMPLE = re.compile(r"^    (POST|PUT|PATCH) /qlvb/((?:skhcn/)?@[\w-]+) HTTP/1.1\n(?:    .+\n)*\n    (\{\n(?:    .*\n)+?    \})\n", re.MULTILINE)
WRONG = (5, [[]], {"a": 1}, "\ud83d")
PEOPLE = ("leminhanh", "vanthuskhcn", "hoangvanluu", "skhcnqtdv", "quantri")
#: Services of the one-stop and task systems, whose accounts are no people's, and what is not JSON.
OTHERS = ("@onestop-", "@province-", "@import", "@package-ingests")


def examples():
    """dict (method, address) -> body: the first example of each service that stands on the site or the agency."""
    found = {}
    for page in sorted(PAGES.glob("*.rst")):
        for method, address, body in EXAMPLE.findall(page.read_text(encoding="utf-8")):
            if not address.removeprefix("skhcn/").startswith(OTHERS):
                found.setdefault((method, address), json.loads(re.sub(r': <(\w+)>', r': "<\1>"', body)))
    return found


def test_no_wrong_type_breaks_a_service(client):
    known = examples()
    assert len(known) > 40
    broken, unnamed = [], []
    for (method, address), body in known.items():
        for userid in PEOPLE:
            session = client(userid)
            if session.request(method, address, json={"no_such_field": 1}).status_code not in (401, 403):
                break
        for field in body:
            for value in WRONG:
                answer = session.request(method, address, json={**body, field: value})
                what = (method, address, field, value, answer.status_code)
                if answer.status_code >= 500 and answer.status_code != 503:
                    broken.append(what)
                elif answer.status_code == 400 and not answer.json().get("error", {}).get("violations"):
                    unnamed.append(what)
    assert (broken, unnamed) == ([], [])
