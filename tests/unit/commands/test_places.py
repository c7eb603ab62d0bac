"""Where an instance lies."""

import pytest
from qlvb.policy.commands.places import prepared_conf


def test_who_removes_var_begins_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_INSTANCE", str(tmp_path))
    (tmp_path / "etc").mkdir()
    var = tmp_path / "var"
    (tmp_path / "etc" / "zope.conf").write_text(
        f"%define CLIENTHOME {var}/instance\n<environment>\n  CHAMELEON_CACHE {var}/cache\n</environment>\n"
        f"<relstorage>\n  blob-dir {var}/blobs\n  data-dir {var}/sqlite\n</relstorage>\n"
    )
    assert prepared_conf() == tmp_path / "etc" / "zope.conf"
    assert sorted(path.name for path in var.iterdir()) == ["blobs", "cache", "instance", "sqlite"]


def test_without_an_instance_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_INSTANCE", str(tmp_path))
    with pytest.raises(SystemExit, match="make build"):
        prepared_conf()
