"""Writes ``gold.jsonl`` anew from the corpus: ``python tests/search/questions.py`` (needed only when the corpus changes).

What a question expects is read off the parts that the corpus was made of, never asked of the search.
"""

from corpus import documents
from datetime import date
import json
from pathlib import Path
from random import Random
import re
import unicodedata


GOLD = Path(__file__).with_name("gold.jsonl")
#: Questions of each way to ask, per way of typing.
_COUNT = 5
_TELEX = {"̂": None, "̆": "w", "̛": "w", "́": "s", "̀": "f", "̉": "r", "̃": "x", "̣": "j"}
_VNI = {"̂": "6", "̆": "8", "̛": "7", "́": "1", "̀": "2", "̉": "3", "̃": "4", "̣": "5"}


def bare(text):
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def _keys(text, marks, stroke):
    typed = []
    for word in unicodedata.normalize("NFD", text.lower()).split():
        tone, out = "", ""
        for char in word:
            if char in "\u0301\u0300\u0309\u0303\u0323":
                tone = marks[char]
            elif unicodedata.combining(char):
                out += marks[char] or out[-1]
            else:
                out += stroke if char == "đ" else char
        match = re.fullmatch(r"(.*?)(\W*)", out)
        typed.append(match[1] + tone + match[2])
    return " ".join(typed)


def telex(text):
    return _keys(text, _TELEX, "dd")


def vni(text):
    return _keys(text, _VNI, "d9")


def swapped_tones(text, chance):
    """Hỏi for ngã, huyền for sắc, as many people type."""
    table = str.maketrans("\u0309\u0303\u0301\u0300", "\u0303\u0309\u0300\u0301")
    changed = [
        unicodedata.normalize("NFD", word).translate(table) if chance.random() < 0.5 else word for word in text.split()
    ]
    return unicodedata.normalize("NFC", " ".join(changed))


def slip(text, chance):
    """One letter of a longer word lost, doubled or swapped with the next."""
    words = text.split()
    long = [at for at, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if long:
        at = chance.choice(long)
        word, cut = words[at], chance.randrange(1, len(words[at]) - 2)
        words[at] = chance.choice(
            (
                word[:cut] + word[cut + 1 :],
                word[:cut] + word[cut] + word[cut:],
                word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :],
            )
        )
    return " ".join(words)


def joined(text, chance):
    words = text.split()
    at = chance.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def subject_questions(document):
    """(text, what a document must have to be expected)."""
    matter, at, span = document["matter"], document["at"], document["span"]
    if document["place"]:
        short = at.removeprefix("trên địa bàn ")
        yield (
            f"{matter} {short} {span}",
            lambda other: (other["matter"], other["at"], other["span"]) == (matter, at, span),
        )
    if document["place"]:
        yield (
            f"{document['kind']} {matter} {document['place']}",
            lambda other: (other["kind"], other["matter"], other["at"]) == (document["kind"], matter, at),
        )
    else:
        yield (
            f"{document['kind']} {matter} {span}",
            lambda other: (other["kind"], other["matter"], other["span"]) == (document["kind"], matter, span),
        )


def ways_to_type(chance):
    return {
        "accents": lambda text: text,
        "bare": bare,
        "nfd": decomposed,
        "upper": str.upper,
        "tones": lambda text: swapped_tones(text, chance),
        "telex": telex,
        "vni": vni,
        "slip": lambda text: slip(text, chance),
        "bare slip": lambda text: slip(bare(text), chance),
        "joined": lambda text: joined(text, chance),
    }


def gold():
    """list of dict kind, query, expected (ids)."""
    chance = Random(7)
    corpus = documents()
    found = []

    def add(kind, query, expected):
        ids = sorted(other["id"] for other in corpus if expected(other))
        if 0 < len(ids) <= 10:
            found.append({"kind": kind, "query": query, "expected": ids})
            return 1
        return 0

    def fill(kind, count, make):
        done = 0
        while done < count:
            done += add(kind, *make(chance.choice(corpus)))

    for way, typed in ways_to_type(chance).items():
        fill(
            f"subject, {way}",
            _COUNT * 2,
            lambda one, typed=typed: _typed(chance.choice(list(subject_questions(one))), typed),
        )
        fill(f"content, {way}", _COUNT, lambda one, typed=typed: _typed(_content(one), typed))
        fill(f"people, {way}", _COUNT, lambda one, typed=typed: _typed(_people(one), typed))
    for spelling in (
        lambda number: number,
        lambda number: number.lower(),
        bare,
        lambda number: re.sub(r"[/-]", " ", number),
        lambda number: re.sub(r"[/-]", " ", bare(number).lower()),
        lambda number: re.sub(r"[/-]", "", bare(number).lower()),
        lambda number: f"Số: {number}",
        lambda number: f"số 0{number}",
        lambda number: number.replace("/", " / "),
        decomposed,
    ):
        fill("reference", _COUNT, lambda one, spelling=spelling: _number(one, spelling))
    for form in (
        "{0.day}/{0.month}/{0.year}",
        "{0:%d-%m-%Y}",
        "ngày {0.day} tháng {0.month} năm {0.year}",
        "{0:%d.%m.%Y}",
    ):
        fill("date", _COUNT, lambda one, form=form: _date(one, form))
    fill("month", _COUNT, lambda one: _month(one))
    fill("phrase", _COUNT * 2, lambda one: _phrase(one))
    return found


def _typed(question, typed):
    return typed(question[0]), question[1]


def _content(document):
    owner = re.search(r"hộ (ông [^,]+), (thôn [^.]+)\.", document["detail"])
    return f"{owner[1]} {owner[2]}", lambda other: owner[0] in other["detail"]


def _people(document):
    person = document["people"][0]
    return (
        f"{person} {document['matter']}",
        lambda other: person in other["people"] and other["matter"] == document["matter"],
    )


def _number(document, spelling):
    reference = document["texts"]["reference"]
    return spelling(reference), lambda other: other["texts"]["reference"] == reference


def _date(document, form):
    text = f"{document['kind']} {form.format(date.fromordinal(document['day']))}"
    return text, lambda other: (other["day"], other["kind"]) == (document["day"], document["kind"])


def _month(document):
    when = date.fromordinal(document["day"])
    month = (when.year, when.month)

    def expected(other):
        day = date.fromordinal(other["day"])
        return (day.year, day.month) == month and other["matter"] == document["matter"]

    return f"{document['matter']} tháng {when.month}/{when.year}", expected


def _phrase(document):
    amount = re.search(r"tổng kinh phí \d+ triệu đồng cho \d+ đơn vị", document["detail"])[0]
    return f'"{amount}"', lambda other: amount in other["detail"]


if __name__ == "__main__":
    lines = [json.dumps(question, ensure_ascii=False) for question in gold()]
    GOLD.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines))
