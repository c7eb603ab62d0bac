"""Saving a search on the screens and over REST."""


def words(element):
    return " ".join(element.text_content().split())


def pinned(page):
    tiles = page.xpath("//section[@aria-labelledby='tiles-pinned']//a[contains(@class, 'qlvb-tile')]")
    return {words(tile.xpath("span")[0]): (int(words(tile.xpath("b")[0])), tile.get("href")) for tile in tiles}


def test_a_search_becomes_a_tile_with_the_number_of_its_list(visitor, papers, read, post):
    session = visitor("vanthuskhcn")
    page = read(session.get("@@qlvb-search?q=don+doc&document_type=report"))
    post(session, page, "@@save-search", name="Báo cáo đôn đốc <b>", owner="")
    worklist = read(session.get("@@worklist?box=incoming.waiting&urgency=express"))
    post(session, worklist, "@@save-search", name="Hỏa tốc", owner="skhcn")
    tiles = pinned(read(session.get("")))
    assert {name: count for name, (count, _url) in tiles.items()} == {"Báo cáo đôn đốc <b>": 15, "Hỏa tốc": 1}
    there = read(session.get(tiles["Báo cáo đôn đốc <b>"][1]))
    assert words(there.xpath("//*[@class='qlvb-resulthead__count']")[0]) == "15 kết quả"
    rows = read(session.get(tiles["Hỏa tốc"][1])).xpath("//table[@data-qlvb-list]/tbody/tr")
    assert len(rows) == 1
    assert set(pinned(read(visitor("leminhanh").get("")))) == {"Hỏa tốc"}


def test_renaming_unpinning_removing_and_undoing(visitor, papers, read, post):
    session = visitor("vanthuskhcn")
    post(session, read(session.get("@@qlvb-search?q=don+doc")), "@@save-search", name="Một", owner="")
    page = read(session.get("@@saved-searches"))
    search_id = page.xpath("//input[@name='id']/@value")[0]
    form = {"_authenticator": page.xpath("//input[@name='_authenticator']/@value")[0], "id": search_id}
    page = read(session.post("@@change-search", data={**form, "name": "Hai"}))
    assert [words(link) for link in page.xpath("//td/a[@class='qlvb-subject']")] == ["Hai"]
    session.post("@@change-search", data={**form, "pin": "0"})
    assert pinned(read(session.get(""))) == {}
    removed = read(session.post("@@change-search", data={**form, "remove": "1"}))
    assert removed.xpath("//td/a[@class='qlvb-subject']") == []
    back = read(post(session, removed, "@@change-search", restore="1"))
    assert [words(link) for link in back.xpath("//td/a[@class='qlvb-subject']")] == ["Hai"]


def test_nothing_is_done_without_the_forms_own_token(visitor, papers, read):
    session = visitor("vanthuskhcn")
    data = {"name": "x", "list": "search", "filters": '{"text": "a"}'}
    assert session.post("@@save-search", data=data).status_code == 403
    for page in ("@@change-search", "@@choose-columns", "@@export-list", "@@change-export"):
        assert session.post(page, data={"id": "x"}).status_code == 403, page
        assert session.get(page).status_code == 200, page
    assert pinned(read(session.get(""))) == {}


def test_over_rest(client, papers):
    clerk = client("vanthuskhcn")
    body = {"name": "Đôn đốc", "filters": {"text": "don doc"}}
    made = clerk.post("@saved-searches", json=body, headers={"Idempotency-Key": "one"})
    assert (made.status_code, made.json()["count"], made.json()["list"]) == (201, 30, "search")
    again = clerk.post("@saved-searches", json=body, headers={"Idempotency-Key": "one"})
    assert (again.status_code, again.json()["id"]) == (200, made.json()["id"])
    address = made.json()["@id"]
    assert clerk.get("@saved-searches").json()["items_total"] == 1
    assert clerk.get("@saved-searches").json()["may_share_with"][0]["id"] == "skhcn"
    changed = clerk.patch(address, json={"name": "Khác", "filters": {"text": "don doc", "document_type": "report"}})
    assert (changed.json()["name"], changed.json()["count"]) == ("Khác", 15)
    assert client("leminhanh").get(address).status_code == 404
    assert client("leminhanh").delete(address).status_code == 404
    assert clerk.delete(address).status_code == 204
    assert clerk.get(address).status_code == 404
    assert clerk.patch(address, json={"removed": False}).status_code == 200
    for bad in ([], "x", {"name": "x"}, {"name": "x", "filters": {"colour": 1}}, {**body, "owner": "snv"}):
        answer = clerk.post("@saved-searches", json=bad)
        assert answer.status_code in (400, 403), bad
        assert answer.json()["error"]["violations"][0]["message"], bad
    assert clerk.post("@saved-searches", data="{", headers={"Content-Type": "application/json"}).status_code == 400
    assert clerk.post("@saved-searches", json=body, headers={"Idempotency-Key": "k" * 201}).status_code == 400
    assert clerk.patch("@saved-searches/a/b", json={"name": "x"}).status_code == 404
    assert clerk.get("@saved-searches").json()["items_total"] == 1


def test_columns_over_rest(client, papers):
    clerk = client("vanthuskhcn")
    assert {"note", "subject"} <= {item["id"] for item in clerk.get("@columns").json()["items"]}
    kept = clerk.patch("@columns", json={"list": "incoming.all", "columns": ["note", "subject"]})
    assert kept.json()["chosen"] == ["note", "subject"]
    assert clerk.get("@columns?list=incoming.all").json()["chosen"] == ["note", "subject"]
    assert client("leminhanh").get("@columns?list=incoming.all").json()["chosen"] == []
    for bad in ({"list": "x", "columns": ["colour"]}, {"columns": ["note"]}, {"list": "x", "columns": 5}, {"a": 1}):
        assert clerk.patch("@columns", json=bad).status_code == 400, bad


def test_nobody_reaches_a_desk_over_the_web(visitor, client, papers):
    client("vanthuskhcn").post("@saved-searches", json={"name": "x", "filters": {"text": "a"}})
    for userid in ("vanthuskhcn", "quantri"):
        for tail in ("", "/searches", "/@@view", "/manage_main", "/@jobs"):
            answer = visitor(userid).get(f"++desk++vanthuskhcn{tail}")
            assert answer.status_code in (401, 403, 404), (userid, tail, answer.status_code)


def test_a_list_may_be_narrowed_by_every_filter(visitor, papers, read):
    session = visitor("vanthuskhcn")
    address = "@@worklist?box=incoming.all&direction=incoming&issuing_body=S%E1%BB%9F+N%E1%BB%99i+v%E1%BB%A5&state=nothing"
    page = read(session.get(address))
    chips = page.xpath("//a[@class='qlvb-filter']")
    assert len(chips) == 3
    without = next(chip.get("href") for chip in chips if "nothing" in words(chip))
    assert len(read(session.get(without)).xpath("//a[@class='qlvb-filter']")) == 2
