"""Keys of the people and agencies of the story, found through the registered utilities."""

from qlvb.workflows.signing.demonstration import ensure_site_keys
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


def test_everybody_who_signs_gets_a_key_once(province, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    made = ensure_site_keys()
    assert {"agencies/skhcn", "agencies/snv", "agencies/ubnd-tinh", "agencies/ubnd-xa-phu-lam"} <= set(made)
    assert {"people/nguyenthithuha", "people/buitrungkien", "people/tranduclong"} <= set(made)
    assert {"people/leminhanh", "people/hoangvanluu"} <= set(made)  # they sign minutes of dossiers handed over
    assert "people/vanthuskhcn" not in made
    assert ensure_site_keys() == []
    ring = getUtility(IKeyRing)
    said = ring.describe(userid="nguyenthithuha")
    assert (said["subject"], said["organisation"]) == ("Nguyễn Thị Thu Hà", "Sở Khoa học và Công nghệ")
    assert ring.describe(agency_id="snv")["subject"] == "Sở Nội vụ"


def test_without_a_place_for_keys_nothing_is_made(province, monkeypatch):
    monkeypatch.delenv("QLVB_KEYS", raising=False)
    monkeypatch.delenv("QLVB_VAR", raising=False)
    assert ensure_site_keys() == []
