*** Settings ***
Documentation     A letter was issued by mistake: the clerk asks for it back, the signer agrees, the other agency consents; its copy is struck
...               through there, and the sender sees the consent.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${WRONG}          V/v cử người dự lớp tập huấn an toàn thông tin
${RECALLING}      V/v thu hồi công văn cử người dự lớp tập huấn
${REASON}         Công văn gửi nhầm nội dung, lớp tập huấn đã hoãn.

*** Test Cases ***
The Clerk Asks For It Back
    Sign In As    vanthuskhcn
    Open From Box    outgoing.issued    ${WRONG}
    Begin Act    recall
    Element Should Contain    css=dialog[open]    Văn bản thu hồi
    Pick    recall    successor    thu hoi cong van    ${RECALLING}
    Fill    recall    reason    ${REASON}
    Picture    30-de-nghi-thu-hoi
    Finish Act    recall
    State Should Be    Đã phát hành

The Signer Agrees
    Sign In As    nguyenthithuha
    Open From Box    outgoing.change_to_approve    ${WRONG}
    Begin Act    approve_change
    Finish Act    approve_change
    State Should Be    Đã thu hồi

The Clerk Of The Other Agency Consents
    Sign In As    vanthusnv
    Open From Box    incoming.to_recall    ${WRONG}
    Element Should Contain    id=doc-recall    NƠI GỬI THU HỒI, THAY THẾ
    Page Should Contain    ${REASON}
    Begin Act    agree_recall
    Finish Act    agree_recall

Its Copy Is Struck Through And Leads To What Recalls It
    State Should Be    thu hồi
    Element Should Contain    css=.doc-heading h1 s    ${WRONG}
    Element Should Contain    css=.doc-heading__successor    ${RECALLING}
    Wait For Paper
    Wait Until Element Contains    css=.qlvb-sheet[data-page="1"] .qlvb-sheet__gone a    ĐÃ THU HỒI
    Element Attribute Value Should Be    css=.qlvb-sheet[data-page="1"]    aria-label    Trang 1 trên 2, ĐÃ THU HỒI
    Page Should Contain Element    css=[data-viewer-download][href*="@@marked-copy"]
    Picture    31-bi-thu-hoi

The Sender Sees The Consent
    Sign In As    vanthuskhcn
    Wait Until Keyword Succeeds    60 s    2 s    Consent Is Shown
    Element Should Contain    css=.doc-heading h1 s    ${WRONG}
    Picture    32-da-dong-y-thu-hoi

*** Keywords ***
Consent Is Shown
    Open From Box Once    outgoing.replaced    ${WRONG}
    Wait For Document
    Show Tab    deliveries
    Element Should Contain    xpath=//tr[contains(., "Sở Nội vụ")]//*[contains(@class, "doc-recall")]    Thu hồi
    Element Should Contain    xpath=//tr[contains(., "Sở Nội vụ")]//*[contains(@class, "doc-recall")]    Đồng ý
