"""Rows of a catalogue as people type them: headings and people by what these are called."""

from qlvb.content.text import fold


def settled(headings, rows, find_person):
    """``rows`` (list of dict) with the key of the heading and the userid of the person that are meant. What names
    none, or several, stays as typed, for the rules to refuse. Pure.

    ``headings``: list of dict key, symbol, title; a heading is meant by any of these. ``find_person``: text -> userid,
    or None.

    >>> settled([{"key": "th", "symbol": "TH", "title": "Tổng hợp"}], [{"heading": "tong hop", "holder": "Lê"}], {}.get)
    [{'heading': 'th', 'holder': 'Lê'}]
    """
    keys = {row["key"] for row in headings}
    meant = {}
    for row in headings:
        for name in {fold(row[part] or "") for part in ("key", "symbol", "title")} - {""}:
            meant.setdefault(name, []).append(row["key"])
    return [
        {
            **row,
            "heading": _one(row["heading"], keys, meant),
            "holder": (find_person(row["holder"]) or row["holder"]) if row.get("holder") else row.get("holder"),
        }
        for row in rows
    ]


def _one(said, keys, meant):
    found = meant.get(fold(said or ""), [])
    return said if said in keys or len(found) != 1 else found[0]
