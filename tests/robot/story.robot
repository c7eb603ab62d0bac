*** Settings ***
Documentation     The life of one document, played by the people of the story.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Test Cases ***
Sign In Page Says What It Is
    Go To    ${SITE_URL}/login
    Page Should Contain    SonHai@2026
    Picture    01-dang-nhap

A Specialist Drafts
    Sign In As    leminhanh
    Picture    02-trang-chu-chuyen-vien
    Go To    ${SITE_URL}/skhcn/@@add-outgoing
    Input Text    css=[data-field="subject"] textarea, [data-field="subject"] input    ${SUBJECT}
    ${letter} =    Drafts.Letter    ${SUBJECT}
    Choose File    id=doc-file    ${letter}
    ${annex} =    Drafts.Annex
    Press    css=#doc-fold-files > summary
    Choose File    id=doc-annexes    ${annex}
    Choose Draft Person    signatory    thu ha    Nguyễn Thị Thu Hà
    Select From List By Label    css=[data-field="urgency"] select    Khẩn
    Add Recipient    so noi vu    Sở Nội vụ
    Add Recipient    phu lam    Ủy ban nhân dân xã Phú Lâm
    Add Recipient    tinh son hai    Ủy ban nhân dân tỉnh Sơn Hải
    Picture    03-them-vb-di
    Press    css=button[name="save"]
    Wait For Document
    Wait For Conversion
    State Should Be    Dự thảo
    Picture    04-du-thao

She Files It In The Dossier
    Begin Act    file
    Pick    file    dossiers    nang cap    Hồ sơ nâng cấp phần mềm QLVB
    Finish Act    file
    Wait Until Page Contains    02.CNTT

She Submits It To The Head Of Her Unit
    Begin Act    submit
    Pick    submit    receiver    quoc huy    Phạm Quốc Huy
    Fill    submit    request    Kính trình đồng chí xem xét.
    Picture    05-chuyen-lanh-dao
    Finish Act    submit
    State Should Be    Chờ duyệt

The Head Returns It With A Reason
    Sign In As    phamquochuy
    Open From Box    outgoing.to_review
    Begin Act    return
    Fill    return    reason    Bổ sung thời hạn góp ý của các cơ quan.
    Finish Act    return
    State Should Be    trả lại

She Corrects And Submits Again
    Sign In As    leminhanh
    Open From Box    outgoing.returned
    ${document} =    Get Location
    Go To    ${document}/edit
    ${letter} =    Drafts.Letter    ${SUBJECT}    cong-van-2.docx    Góp ý gửi về Sở trước ngày 05 tháng 12 năm 2026.
    Choose File    id=doc-file    ${letter}
    Input Text    id=doc-file-note    Bổ sung thời hạn góp ý
    Press    css=button[name="save"]
    Wait For Document
    Wait For Conversion
    Press    css=.doc-file__compare
    Wait Until Page Contains    05 tháng 12 năm 2026
    Picture    06-so-sanh
    Go To    ${document}
    Begin Act    resubmit
    Pick    resubmit    receiver    quoc huy    Phạm Quốc Huy
    Finish Act    resubmit
    State Should Be    Chờ duyệt

The Head Approves
    Sign In As    phamquochuy
    Open From Box    outgoing.to_review
    Do Act    approve
    State Should Be    Chờ ký

The Director Signs
    Sign In As    nguyenthithuha
    Open From Box    outgoing.to_review
    Begin Act    sign
    Picture    08-ky-so
    Finish Act    sign
    State Should Be    phát hành

The Clerk Numbers Seals And Issues
    Sign In As    vanthuskhcn
    Picture    09-trang-chu-van-thu
    Open From Box    outgoing.to_number
    Do Act    number
    Wait Until Page Contains    /SKHCN-CNTT&CĐS
    Do Act    seal
    Picture    10-da-dong-dau
    Do Act    issue
    State Should Be    Đã phát hành
    Go To    ${SITE_URL}/skhcn/registers
    Picture    11-so-van-ban

The Other Agency Accepts And Registers
    Sign In As    vanthusnv
    Open From Box    incoming.waiting
    Wait Until Keyword Succeeds    60 s    1 s    Verdict Is Shown
    Do Act    accept
    Begin Act    present
    Fill    present    proposal    Kính trình Giám đốc phân công.
    Finish Act    present
    State Should Be    Chờ duyệt

Its Director Writes The Direction
    Sign In As    tranduclong
    Open From Box    incoming.to_direct
    Wait Until Page Contains Element    css=[data-act-form="direct"]
    Fill    direct    text    Giao đồng chí Yến chủ trì tham mưu văn bản trả lời.
    Pick    direct    lead    hai yen    Vũ Hải Yến
    Pick    direct    information    gia khanh    Phan Gia Khánh
    Press    css=[data-act-form="direct"] [data-quick-date]:nth-of-type(3)
    Picture    12-but-phe
    Finish Act    direct
    State Should Be    Đang xử lý

The Colleague Reads It And Is Done
    Sign In As    phangiakhanh
    Open From Box    incoming.information
    Open Box    incoming.information
    Page Should Not Contain Element    xpath=//main//tbody//a[contains(normalize-space(.), "${SUBJECT}")]

The Specialist Drafts The Reply
    Sign In As    vuhaiyen
    Open From Box    incoming.unread
    Begin Act    reply
    Press    css=[data-act-form="reply"] button[type=submit]
    Wait Until Page Contains Element    id=doc-file
    ${letter} =    Drafts.Letter    V/v góp ý triển khai phần mềm    tra-loi.docx    agency=Sở Nội vụ    signer=Trần Đức Long
    Choose File    id=doc-file    ${letter}
    Choose Draft Person    signatory    duc long    Trần Đức Long
    Press    css=button[name="save"]
    Wait For Document
    Wait For Conversion
    Begin Act    submit
    Pick    submit    receiver    duc long    Trần Đức Long
    Finish Act    submit

The Reply Is Signed And Issued
    Sign In As    tranduclong
    Go To    ${SITE_URL}/@@worklist?box=outgoing.to_review
    Press    xpath=(//main//tbody//a)[1]
    Wait For Document
    Do Act    sign
    Sign In As    vanthusnv
    Open Box    outgoing.to_number
    Press    xpath=(//main//tbody//a)[1]
    Wait For Document
    Do Act    number_and_seal
    Do Act    issue

The Sender Sees It Finished
    Sign In As    vanthuskhcn
    Wait Until Keyword Succeeds    60 s    2 s    Delivery To Agency Is Finished
    Picture    13-nhat-ky-gui-nhan

The Dossier Holds Both
    Sign In As    leminhanh
    Go To    ${SITE_URL}/skhcn/dossiers/2026
    Picture    14-danh-muc-ho-so
    Press    xpath=//main//a[contains(., "Hồ sơ nâng cấp phần mềm QLVB")]
    Wait Until Page Contains    ${SUBJECT}
    Picture    15-ho-so

*** Keywords ***
Verdict Is Shown
    [Documentation]    The worker checks the signatures of what arrives; who is faster than the worker looks again.
    Reload Page
    Wait For Document
    Element Should Contain    id=doc-signatures    hợp lệ

Choose Draft Person
    [Arguments]    ${field}    ${letters}    ${shown}
    ${select} =    Get Element Count    css=[data-field="${field}"] select
    IF    ${select}
        ${value} =    Get Element Attribute    xpath=//*[@data-field="${field}"]//option[contains(., "${shown}")]    value
        Select From List By Value    css=[data-field="${field}"] select    ${value}
    ELSE
        Input Text    css=[data-field="${field}"] input[type=text]    ${letters}
        Choose Option    ${field}    ${shown}
    END

Add Recipient
    [Arguments]    ${letters}    ${shown}
    Input Text    id=doc-recipients    ${letters}
    Choose Option    recipients    ${shown}

Delivery To Agency Is Finished
    Open From Box Once    outgoing.issued    ${SUBJECT}
    Wait For Document
    Show Tab    deliveries
    Element Should Contain    xpath=//tr[contains(., "Sở Nội vụ")]    Đã hoàn thành
