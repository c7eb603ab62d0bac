*** Settings ***
Documentation     The archivist on the paper archive of the demonstration: home, boxes with QR labels, a request decided, a loan taken back, figures,
...               integrity. The pictures are those of the archivist's guide.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Test Cases ***
The Archivist's Home
    Sign In As    hoangvanluu
    Page Should Contain    GIAO NỘP
    Page Should Contain    THEO DÕI
    Page Should Contain    BẢO QUẢN
    Page Should Contain    KHAI THÁC
    Picture    60-trang-chu-luu-tru

Stores, Shelves, Boxes
    Go To    ${SITE_URL}/skhcn/stores
    Wait Until Page Contains    Kho số 1
    Picture    61-kho-giay
    Go To    ${SITE_URL}/skhcn/stores/k1/a1
    Input Text    id=field-code    H90
    Input Text    id=field-count    2
    Press    css=form button.btn-primary
    Wait Until Page Contains    H91
    Picture    62-hop-tren-ke

A Box As The Phone Sees It
    Set Window Size    414    900
    Go To    ${SITE_URL}/skhcn/stores/k1/a1/h01
    Wait Until Page Contains    Nhận trả
    Picture    63-hop-tren-dien-thoai
    Set Window Size    1280    900

A Dossier Says Where It Lies
    Press    xpath=(//table[@id="box-table"]//a[contains(@class, "qlvb-subject")])[1]
    Wait Until Page Contains    K1/A1/H01
    Picture    64-vi-tri-ho-so

A Request Is Granted And Read
    Go To    ${SITE_URL}/@@worklist?box=readings.waiting
    Picture    65-cho-duyet-muon
    Press    xpath=(//main//a[contains(., "03.CNTT")])[1]
    Wait Until Page Contains    PHIẾU YÊU CẦU
    ${reading} =    Get Location
    Press    xpath=//a[contains(@href, "@@act/lend")]
    Wait Until Page Contains    Hạn trả
    Picture    66-cho-muon
    Press    css=button[name="form.buttons.perform"]
    Wait Until Page Contains    Đang khai thác
    Sign In As    leminhanh
    Wait Until Keyword Succeeds    60 s    2 s    Copy Is There    ${reading}
    Press    xpath=(//a[contains(@href, "@@read-copy")])[1]
    Wait Until Page Contains Element    css=[data-reader] canvas    30 s
    Picture    67-ban-doc

What Is Overdue Is Taken Back
    Sign In As    hoangvanluu
    Go To    ${SITE_URL}/@@worklist?box=readings.overdue
    Wait Until Page Contains    02.CNTT
    Picture    68-qua-han-tra
    Press    xpath=(//main//a[contains(., "02.CNTT")])[1]
    Wait Until Page Contains    PHIẾU YÊU CẦU
    Press    xpath=//a[contains(@href, "@@act/return_reading")]
    Press    css=button[name="form.buttons.perform"]
    Wait Until Page Contains    Đã trả

Figures And Lists
    Go To    ${SITE_URL}/skhcn/@@archive-statistics
    Wait Until Page Contains    Theo thời hạn bảo quản
    Picture    69-thong-ke-luu-tru
    Go To    ${SITE_URL}/@@worklist?box=stores.dossiers
    Wait Until Page Contains    Vị trí (kho–kệ–hộp)
    Picture    70-muc-luc-ho-so

Integrity
    Go To    ${SITE_URL}/skhcn/@@integrity
    Wait Until Page Contains    Không có tệp nào hỏng
    Picture    71-toan-ven

What Is Handed Over
    Go To    ${SITE_URL}/@@worklist?box=transfers.waiting
    Press    xpath=(//main//a[contains(., "Báo cáo gửi, nhận văn bản điện tử")])[1]
    Wait Until Page Contains    03.CNTT
    Picture    75-dot-giao-nop
    Press    xpath=//a[contains(@href, "@@act/check_transfer")]
    Wait Until Page Contains Element    css=button[name="form.buttons.perform"]
    Press    css=button[name="form.buttons.perform"]
    Wait Until Keyword Succeeds    60 s    2 s    Is Checked
    Picture    76-kiem-tra-ho-so

A Package Is Made And Fetched
    Go To    ${SITE_URL}/@@worklist?box=stores.dossiers
    Press    xpath=(//main//tr[contains(., "Đã nộp lưu trữ hiện hành")]//a[contains(@class, "qlvb-subject")])[1]
    Press    xpath=//a[contains(@href, "@@dossier-packages")]
    Press    css=button[name="kind"][value="SIP"]
    Wait Until Keyword Succeeds    90 s    2 s    Package Is Made
    Picture    77-goi-cua-ho-so
    Go To    ${SITE_URL}/skhcn/@@document-packages
    Wait Until Page Contains    Gói văn bản rời
    Picture    78-goi-van-ban-roi
    Go To    ${SITE_URL}/skhcn/@@package-ingests
    Wait Until Page Contains    Tiếp nhận gói tin
    Picture    79-tiep-nhan-goi

Holds And Disposals
    Go To    ${SITE_URL}/skhcn/holds
    Press    xpath=(//main//a[contains(., "Thanh tra việc sửa chữa trụ sở")])[1]
    Wait Until Page Contains    03/TTr-2026
    Picture    80-tam-dung-huy
    Go To    ${SITE_URL}/skhcn/disposals
    Press    xpath=(//main//a[contains(., "Xét hủy hồ sơ văn phòng hết thời hạn")])[1]
    Wait Until Page Contains    Bùi Trung Kiên
    Picture    81-dot-xet-huy

*** Keywords ***
Is Checked
    Reload Page
    Element Should Contain    css=main    Đạt

Package Is Made
    Reload Page
    Page Should Contain    Hợp lệ

Copy Is There
    [Arguments]    ${reading}
    Go To    ${reading}
    Page Should Contain Element    xpath=//a[contains(@href, "@@read-copy")]
