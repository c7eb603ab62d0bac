*** Settings ***
Documentation     What the archivist keeps and lets go: the table of the catalogue, the schedule of periods, what a dossier lacks before it is closed, the
...               list of expired and duplicate records, a vote of the council. The pictures are those of the archivist's guide.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Test Cases ***
The Table Of A Catalogue
    Sign In As    hoangvanluu
    Go To    ${SITE_URL}/skhcn/dossiers/2026/edit
    Wait Until Page Contains    Ctrl+D
    Page Should Contain Element    css=input[aria-label="Người lập hồ sơ"][value="Lê Minh Anh"]
    Picture    82-sua-danh-muc

The Schedule Of Periods
    Go To    ${SITE_URL}/skhcn/@@retention-schedule?edit=N5
    Wait Until Page Contains    Lưu thành phiên bản mới
    Picture    83-bang-thoi-han

What Is Expired Or There Twice
    Go To    ${SITE_URL}/skhcn/disposals/@@add-disposal
    Wait Until Page Contains    HỆ THỐNG TÌM THẤY
    Picture    85-lap-danh-muc-het-gia-tri

What A Dossier Lacks
    Sign In As    leminhanh
    Go To    ${SITE_URL}/skhcn/dossiers/2026/02.cntt?tab=check
    Wait Until Page Contains    còn là dự thảo chưa có số
    Page Should Contain Element    xpath=//main//a[contains(., "còn là dự thảo chưa có số")]
    Picture    84-kiem-tra-truoc-khi-ket-thuc

A Member Of The Council Votes
    Sign In As    phamquochuy
    Go To    ${SITE_URL}/@@worklist?box=disposals.mine
    Press    xpath=(//main//a[contains(., "Xét hủy hồ sơ văn phòng hết thời hạn")])[1]
    Wait Until Page Contains    chưa biểu quyết
    Press    xpath=(//table[@id="disposal-table"]//a[contains(@href, "@@act/vote")])[1]
    Wait Until Page Contains Element    css=#form-widgets-choice
    ${row} =    Get Value    id=form-widgets-items
    Should Start With    ${row}    01.VP/
    Select From List By Value    id=form-widgets-choice    destroy
    Input Text    id=form-widgets-why    Hết thời hạn, không còn giá trị
    Picture    86-bieu-quyet
    Press    css=button[name="form.buttons.perform"]
    Wait Until Page Contains    1 / 0
