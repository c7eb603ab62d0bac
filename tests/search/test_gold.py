"""Questions as people type them find the documents they mean among their many likes."""

import json
from pathlib import Path
from qlvb.content.index import fulltext
from qlvb.content.index.asked import read


QUESTIONS = [json.loads(line) for line in Path(__file__).with_name("gold.jsonl").read_text("utf-8").splitlines()]
WANTED = 0.95


def recall(connection, question):
    """Part of the expected documents among the first ten."""
    found = fulltext.search(connection, read(question["query"]), size=10)
    return len(set(found.ids) & set(question["expected"])) / len(question["expected"])


def test_recall_of_the_gold_set(connection):
    assert len(QUESTIONS) >= 220
    recalls = [(recall(connection, question), question) for question in QUESTIONS]
    failing = [f"{part:.2f} {question['kind']}: {question['query']}" for part, question in recalls if part < 1]
    overall = sum(part for part, _question in recalls) / len(recalls)
    assert overall >= WANTED, "\n".join([f"recall@10 {overall:.3f}", *failing])
