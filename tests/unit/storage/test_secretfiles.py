from concurrent.futures import ThreadPoolExecutor
from itertools import count
import pytest
from qlvb.content.storage import secretfiles
import stat


def test_of_many_who_come_at_once_one_makes_the_key(tmp_path):
    path, numbers = tmp_path / "keys" / "one.key", count(1)
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(lambda _: secretfiles.made_once(path, lambda: str(next(numbers)).encode()), range(40)))
    assert set(read) == {b"1"}
    assert next(numbers) == 2


def test_only_the_owner_reads_it(tmp_path):
    path = tmp_path / "keys" / "one.key"
    secretfiles.made_once(path, lambda: b"x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_key_that_could_not_be_made_leaves_nothing(tmp_path):
    path = tmp_path / "one.key"
    with pytest.raises(ZeroDivisionError):
        secretfiles.made_once(path, lambda: 1 // 0)
    assert not path.exists()
