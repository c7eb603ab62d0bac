"""Write requests and answers of a test run as pages of docs/rest.

What changes from run to run (identifiers, times, hashes, tokens) is replaced by fixed words, so that a page changes only when
the service does.
"""

import json
from pathlib import Path
import re
from urllib.parse import unquote


PAGES = Path(__file__).parents[2] / "docs" / "rest"
LONG_TEXT = 160
LONG_LIST = 3
CHANGING = (
    (re.compile(r"http://localhost:\d+/(qlvb|plone)"), "http://localhost:8080/qlvb"),
    (re.compile(r"http://127\.0\.0\.1:\d+/api"), "https://nhiemvu.sonhai.example/api"),
    (re.compile(r"http://127\.0\.0\.1:\d+/onestop"), "https://motcua.sonhai.example"),
    (re.compile(r"^(GET|POST|PUT|PATCH|DELETE) /plone"), r"\1 /qlvb"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<sha256>"),
    (re.compile(r"\b[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\b"), "<UUID>"),
    (re.compile(r"\b1\d{15}\b"), "<notice>"),
    (re.compile(r"\b20\d\d-W\d\d\b"), "<week>"),
    (re.compile(r"\bB[\w-]{86}"), "<key>"),
    (re.compile(r"(?<=token=)[\w.-]+"), "<token>"),
    (re.compile(r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])([0-9a-f]{12}|[0-9a-f]{24})\b"), "<id>"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d(?!:)"), "<time>"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "<uid>"),
    (re.compile(r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{10}\b"), "<id>"),
    (re.compile(r"(?<=/)\d{10}\b"), "<id>"),
    (re.compile(r"/\d{4}/\d\d/<id>"), "/<year>/<month>/<id>"),
    (re.compile(r"(?<=-)20\d\d(?=/@)"), "<year>"),
    (re.compile(r"(?<=/dossiers/)20\d\d"), "<year>"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+\d\d:\d\d|Z)?"), "<time>"),
    (re.compile(r"\b\d\d:\d\d \d\d/\d\d/\d{4}\b"), "<time>"),
    (re.compile(r"(?:\b|(?<=%3A))\d{4}-\d\d-\d\d\b"), "<date>"),
    (re.compile(r"\b\d\d/\d\d/\d{4}\b"), "<date>"),
    (re.compile(r"(?<![/\d])20[2-9]\d\b(?!/)"), "<year>"),
    (re.compile(r"(?<=after=)[\w-]+"), "<cursor>"),
    (re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]+"), "<token>"),
    (re.compile(r"\b\d+/(SKHCN|SNV)"), r"<number>/\1"),
)
#: Values that depend on what else was done in the run or on the programs that made a file.
WORDS = {
    "data": "<base64>",
    "base64": "<base64>",
    "secret": "<secret>",
    "@components": {"…": "…"},
    "revision": "<revision>",
    "size": "<size>",
    "text_state": "<none, queued, ready, failed or no_text>",
    "serial": "<serial>",
    "number": "<number>",
    "document_number": "<number>",
    "arrival_number": "<number>",
    "next_number": "<number>",
    "seq": "<number>",
    "count": "<number>",
    "order": "<number>",
    "orders": {"<uid>": "<number>"},
}


class Page:
    """A page of examples: ``title`` (str), ``intro`` (str); ``show`` adds an exchange."""

    def __init__(self, name, title, intro):
        self.name = name
        self.parts = [title, "=" * len(title), "", intro.strip(), ""]

    def show(self, heading, answer, text=""):
        """Add the exchange that ``answer`` (a requests response) belongs to, and return the answer."""
        request = answer.request
        self.parts += [heading, "-" * len(heading), ""]
        if text:
            self.parts += [text.strip(), ""]
        self.parts += ["::", ""]
        lines = [f"{request.method} {unquote(request.path_url)} HTTP/1.1", "Accept: application/json"]
        if "Authorization" in request.headers:
            lines.append("Authorization: Bearer <token>")
        if "Idempotency-Key" in request.headers:
            lines.append("Idempotency-Key: <key>")
        lines += ["", *body(request.body)] if request.body else []
        lines += ["", f"HTTP/1.1 {answer.status_code} {answer.reason}"]
        if answer.headers.get("Content-Type", "").startswith("application/json"):
            lines += ["Content-Type: application/json", "", *body(answer.content)]
        self.parts += [f"    {steady(line)}".rstrip() for line in lines]
        self.parts.append("")
        return answer

    def write(self):
        """Write the page to docs/rest."""
        PAGES.mkdir(parents=True, exist_ok=True)
        (PAGES / f"{self.name}.rst").write_text("\n".join(self.parts).rstrip() + "\n")


def body(raw):
    """Lines of a JSON body, long texts and long lists cut."""
    try:
        data = json.loads(raw)
    except (ValueError, UnicodeDecodeError):
        return ["<bytes>"]
    return json.dumps(shorten(data), ensure_ascii=False, indent=2).splitlines()


def shorten(data):
    if isinstance(data, dict):
        words = WORDS | {"items_total": "<number>"} if is_cut(data.get("items")) else WORDS
        return {key: words.get(key) or shorten(value) if value is not None else None for key, value in data.items()}
    if isinstance(data, list):
        return [shorten(item) for item in data[:LONG_LIST]] + (["…"] if is_cut(data) else [])
    if isinstance(data, str) and len(data) > LONG_TEXT:
        return data[:60] + "…"
    return data


def is_cut(data):
    """A long list is shown by its first items; how many there are depends on what else the product and the run have."""
    return isinstance(data, list) and len(data) > LONG_LIST


def steady(line):
    for pattern, word in CHANGING:
        line = pattern.sub(word, line)
    return line
