"""The desk, the arrangement of tiles and the label set over HTTP."""


def test_the_desk_lists_what_waits_and_shows_it(page, client, arrived):
    found = page("vanthuskhcn", "@@desk")
    rows = found.xpath("//*[@data-desk-items]/li")
    assert [row.xpath(".//b")[0].text_content() for row in rows] == ["V/v mời họp"]
    item = page("vanthuskhcn", f"{rows[0].get('data-url').split('/plone/')[1]}/@@desk-item")
    assert item.xpath("//*[@data-desk-primary='accept' or @data-act='accept' or @data-act-off='accept']")
    assert "Chờ văn thư tiếp nhận văn bản của Sở Nội vụ." in item.text_content()


def test_a_task_is_read_on_the_desk_where_a_document_shows_its_file(page, client, functional_province):
    given = {"subject": "Rà soát bản quyền phần mềm", "leads": ["user:leminhanh"], "working_days": 10, "product": "Danh mục"}
    task = client("nguyenthithuha").post("skhcn/@tasks", json=given)
    assert task.status_code == 201, task.text
    item = page("leminhanh", f"{task.json()['@id'].split('/plone/')[1]}/@@desk-item")
    sheet = item.xpath("//*[@data-desk-sheet]")[0].text_content()
    assert "Danh mục" in sheet and "Chưa có báo cáo nào" in sheet


def test_the_desk_of_somebody_without_work_says_so(page, arrived):
    found = page("leminhanh", "@@desk")
    assert found.xpath("//*[@data-desk-empty][not(@hidden)]")
    assert not found.xpath("//*[@data-desk-items]/li")


def test_whoever_may_not_see_a_record_gets_nothing_on_the_desk(page, client, arrived):
    address = "/".join(arrived.getPhysicalPath()[2:])
    assert client("vuhaiyen").get(f"{address}/@standing").status_code in (401, 403, 404)
    assert client("vanthuskhcn").get(f"{address}/@standing").json()["holders"][0]["id"] == "vanthuskhcn"


def test_tiles_are_counted_hidden_moved_and_put_back(page, client, arrived):
    clerk = client("vanthuskhcn")
    tiles = {tile["id"]: tile for group in clerk.get("@tiles").json()["items"] for tile in group["tiles"]}
    assert tiles["clerk-incoming:incoming.waiting"]["count"] == 1
    kept = clerk.patch("@tiles", json={"order": ["group:own"], "hidden": ["clerk-incoming:incoming.waiting"]})
    assert kept.status_code == 200
    home = page("vanthuskhcn", "")
    shown = [" ".join(tile.text_content().split()) for tile in home.xpath("//a[contains(@class, 'qlvb-tile')]")]
    assert not any(words.startswith("Chờ tiếp nhận") for words in shown)
    assert clerk.patch("@tiles", json={"order": 5}).status_code == 400
    assert clerk.patch("@tiles", json={"colour": []}).json()["error"]["violations"][0]["field"] == "colour"
    assert clerk.patch("@tiles", json={"order": [], "hidden": []}).status_code == 200
    home = page("vanthuskhcn", "")
    tile = home.xpath("//a[contains(@class, 'qlvb-tile')][span[normalize-space()='Chờ tiếp nhận']]/b")[0]
    assert tile.text_content() == "1"


def test_the_parts_of_a_tile_add_up_and_open_the_lists_that_they_counted(page, client, arrived):
    clerk = client("vanthuskhcn")
    tiles = {tile["id"]: tile for group in clerk.get("@tiles").json()["items"] for tile in group["tiles"]}
    parts = tiles["clerk-incoming:incoming.waiting"]["parts"]
    assert [part["title"] for part in parts] == ["Liên thông", "E-mail", "Giấy"]
    assert sum(part["count"] for part in parts) == tiles["clerk-incoming:incoming.waiting"]["count"]
    links = page("vanthuskhcn", "").xpath("//*[@class='qlvb-tile__parts']/a")
    assert [int(link.find("b").text) for link in links] == [part["count"] for part in parts]
    for link, part in zip(links, parts, strict=True):
        narrowed = page("vanthuskhcn", f"?{link.get('href').partition('?')[2]}")
        assert len(narrowed.xpath("//tr[starts-with(@id, 'row-')]")) == part["count"]
        current = narrowed.xpath("//*[@class='qlvb-tile__parts']/a[@aria-current]")
        assert [one.text.strip() for one in current] == [part["title"]]
        found = clerk.get("@worklist", params={"box": "incoming.waiting", **part["filters"]}).json()
        assert found["items_total"] == part["count"]


def test_arranging_without_a_script(page, functional_province, request_factory):
    form = page("leminhanh", "@@arrange-tiles").xpath("//form[@data-arrange]")[0]
    boxes = form.xpath(".//input[@type='checkbox']/@value")
    assert len(boxes) == len(set(boxes)) > 8
    assert len(form.xpath(".//button[@name='up']")) == len(form.xpath(".//input[@name='order:list']"))


def test_only_the_administrator_of_the_agency_chooses_its_words(client):
    assert client("leminhanh").patch("skhcn/@label-set", json={"labels": "tdoffice"}).status_code in (401, 403)
    admin = client("skhcnqtdv")
    assert admin.patch("skhcn/@label-set", json={"labels": "lotus"}).json()["error"]["violations"][0]["code"] == "labels_unknown"
    assert admin.patch("skhcn/@label-set", json={"labels": "tdoffice"}).json()["labels"] == "tdoffice"
    assert admin.get("skhcn/@label-set").json()["items_total"] == 4


def test_the_guide_opens_at_the_screen_of_the_role(page):
    clerk = page("vanthuskhcn", "@@qlvb-help?screen=catalogues")
    assert clerk.xpath("//nav//a[@aria-current]")[-1].text_content() == "Văn thư"
    assert clerk.xpath("//section[@id='phim-tat-nhu-tdoffice']")
    leader = page("nguyenthithuha", "@@qlvb-help?guide=lanh-dao")
    assert leader.xpath("//section[@id='ban-duyet-mot-man-hinh']//img/@src")
    page("nguyenthithuha", "@@qlvb-help?guide=../../etc/passwd", status=404)


def test_tiles_of_those_who_decide_are_one_line_high(page, functional_province):
    wall = "//*[contains(@class, 'qlvb-tilewall')][contains(@class, 'is-dense')]"
    assert page("nguyenthithuha", "").xpath(wall)
    assert not page("vanthuskhcn", "").xpath(wall)
