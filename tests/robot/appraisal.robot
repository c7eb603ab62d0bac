*** Settings ***
Documentation     Case 2 of the manual, second half: an advising unit prepares what the chairman signs; the leader of the office appraises it
...               before. Blocks, buttons and lists are those of the manual.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${DRAFT}          V/v đẩy mạnh ký số văn bản trao đổi giữa các cơ quan

*** Test Cases ***
Part II B Step 3: The Leader Of The Unit Chooses Chuyển Lãnh Đạo Khác
    Sign In As    trinhquangvinh
    Open From Tile Chờ Duyệt
    Buttons Of The Manual    Chuyển lãnh đạo khác    Chuyển chuyên viên    Trở về
    Begin Act    forward

Part II B Steps 4 To 7: He Passes It To The Leader Of The Office
    Element Should Contain    css=dialog[open]    Lãnh đạo nhận
    Element Should Contain    css=dialog[open]    Nội dung yêu cầu
    Pick    forward    receiver    kim ngan    Lê Thị Kim Ngân
    Fill    forward    request    Chuyển lãnh đạo Văn phòng thẩm định
    Picture    33-chuyen-tham-dinh
    Finish Act    forward
    State Should Be    thẩm định

Part III Steps 1 And 2: She Finds It Under Chờ Duyệt
    Sign In As    lethikimngan
    Open From Tile Chờ Duyệt
    Element Should Contain    css=.doc-crumbs    Văn bản đi
    Element Should Contain    css=.doc-crumbs    VB chờ duyệt
    Page Should Contain    THÔNG TIN CHÍNH
    Page Should Contain    DANH SÁCH VĂN BẢN
    Page Should Contain    Chuyển lãnh đạo Văn phòng thẩm định

The Machine Has Looked At The Form
    Wait Until Keyword Succeeds    60 s    1 s    Form Is Checked
    Wait For Paper
    Picture    34-tham-dinh

Part III Steps 3 To 6: She Agrees And It Goes To The Signer
    Begin Act    pass_appraisal
    Fill    pass_appraisal    comment    Thể thức, kỹ thuật trình bày đạt yêu cầu.
    Finish Act    pass_appraisal
    State Should Be    Chờ ký
    Open Box    outgoing.with_other_leader
    Element Should Contain    css=main h1    VB chờ lãnh đạo khác duyệt
    Page Should Contain    ${DRAFT}

Part IV Steps 1 And 2: The Chairman Finds It Under Chờ Duyệt
    Sign In As    dangvanphuc
    Open From Tile Chờ Duyệt
    Page Should Contain    Thể thức, kỹ thuật trình bày đạt yêu cầu.
    Buttons Of The Manual    Ký số    Chuyển lãnh đạo khác    Chuyển chuyên viên    Trở về

Part IV Steps 3 And 4: Ký Số
    Begin Act    sign
    Element Should Contain    css=dialog[open]    TM. (thay mặt tập thể)
    Finish Act    sign
    State Should Be    phát hành
    Show Tab    process
    FOR    ${outcome}    IN    Đã trình    Đã chuyển lãnh đạo khác    Đã thẩm định    Đã ký
        Element Should Contain    css=[data-tab-panel="process"]    ${outcome}
    END
    Picture    35-truong-hop-2

Part IV Steps 5 To 9: It Waits For The Clerk
    Sign In As    vanthuubndtinh
    Open From Box    outgoing.to_number    ${DRAFT}
    Do Act    number_and_seal
    Page Should Contain    /UBND-TH

*** Keywords ***
Open From Tile Chờ Duyệt
    Go To    ${SITE_URL}
    Press    xpath=//section[.//h2[normalize-space()="VĂN BẢN ĐI"]]//a[span[normalize-space()="Chờ duyệt"]]
    Wait Until Page Contains    ${DRAFT}
    Page Should Contain    Tìm thấy
    Press    xpath=(//main//tbody//a[contains(normalize-space(.), "${DRAFT}")])[1]
    Wait For Document

Buttons Of The Manual
    [Documentation]    In sight, or where the window has no room for all in the menu at the end of the bar.
    [Arguments]    @{buttons}
    FOR    ${bar}    IN    .doc-top .qlvb-acts    .doc-foot .qlvb-acts
        ${words} =    Get Element Attribute    css=${bar}    textContent
        FOR    ${button}    IN    @{buttons}
            Should Contain    ${words}    ${button}
        END
    END

Form Is Checked
    Reload Page
    Wait For Document
    Element Should Contain    xpath=//section[@aria-labelledby="doc-layoutcheck"]    Đạt cả
