"""Keys of the two who sign minutes."""

import pytest
from qlvb.policy.demo.province import PEOPLE
from qlvb.workflows.signing import demo_ca


@pytest.fixture(scope="session")
def signing_keys(tmp_path_factory):
    directory = tmp_path_factory.mktemp("transfer-keys")
    people = [
        {"userid": one["userid"], "fullname": one["fullname"], "position": one["title"], "organisation": one["agency"]}
        for one in PEOPLE
        if one["userid"] in ("leminhanh", "hoangvanluu")
    ]
    demo_ca.ensure(directory, people, [])
    return directory


@pytest.fixture
def keys(signing_keys, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(signing_keys))
    return signing_keys
