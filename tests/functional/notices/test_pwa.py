"""The application on a phone: manifest, service worker, offline page; fetched by nobody in particular."""

import json
import re
import requests


def test_the_manifest(functional_province):
    site = functional_province.absolute_url()
    answer = requests.get(f"{site}/@@qlvb.webmanifest", timeout=60)
    assert answer.headers["Content-Type"].startswith("application/manifest+json")
    manifest = answer.json()
    assert manifest["start_url"] == f"{site}/" and manifest["scope"] == "/plone"
    assert manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        image = requests.get(icon["src"], timeout=60)
        assert image.headers["Content-Type"] == "image/png" and image.content.startswith(b"\x89PNG")
    page = requests.get(f"{site}/login", timeout=60).text
    assert f'href="{site}/@@qlvb.webmanifest"' in page


def test_the_service_worker_keeps_static_files_only(functional_province):
    site = functional_province.absolute_url()
    answer = requests.get(f"{site}/@@service-worker.js", timeout=60)
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache" and answer.headers["Service-Worker-Allowed"] == "/plone"
    settings = json.loads(re.search(r"const SETTINGS = (\{.*?\});", answer.text)[1])
    for url in (settings["offline"], *settings["kept"]):
        assert requests.get(url, timeout=60).status_code == 200, url
    assert settings["static"].startswith(f"{site}/++plone++qlvb.policy/++unique++")


def test_the_offline_page_says_nothing_of_anybody(functional_province):
    answer = requests.get(f"{functional_province.absolute_url()}/@@offline", timeout=60)
    assert answer.status_code == 200 and "Không có kết nối mạng" in answer.text
    assert "<script" not in answer.text and "qlvb-corner" not in answer.text
    assert "box-sizing: border-box" in answer.text  # else its frame stands out of a telephone
    assert '<a href=""' in answer.text  # "Thử lại" asks again for the page that was wanted, at whose address this stands
