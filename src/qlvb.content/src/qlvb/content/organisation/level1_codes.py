"""Level-1 codes of Quyết định 20/2020/QĐ-TTg, Phụ lục I, as data (``level1_codes.csv``).

The list changes by decision (QĐ 09/2025/QĐ-TTg removed codes of merged ministries); removed codes stay, because old
documents carry them.
"""

import csv
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def level1_codes():
    """dict code -> name of the body, e.g. ``H18`` -> ``UBND tỉnh Điện Biên``."""
    with (Path(__file__).parent / "level1_codes.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name_vi"] for row in csv.DictReader(file)}


def level1_body(identifier):
    """Name of the level-1 body under which ``identifier`` (str) falls, or "" when the list does not know it."""
    return level1_codes().get(identifier.partition(".")[0], "")
