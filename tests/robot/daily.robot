*** Settings ***
Documentation     What is done now and again, without a word processor or another program: a draft typed over and remarked on in the
...               browser, documents of one's own, and the gateway over which an agency sends short messages.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${GUIDE}          V/v hướng dẫn soạn thảo trên trình duyệt
${LINE}           Đề nghị các cơ quan nghiên cứu, triển khai thực hiện.
${CORRECTED}      Đề nghị các cơ quan triển khai trước ngày 15 tháng 12 năm 2026.
${REMARK}         Ghi rõ thời hạn thực hiện ở đoạn này.
${OWN}            Ghi chép họp giao ban tháng 11

*** Test Cases ***
The Head Remarks On A Paragraph
    Sign In As    phamquochuy
    Open From Box    outgoing.to_review    ${GUIDE}
    Open The Words Of The Draft
    ${place} =    Number Of Line    ${LINE}
    Input Text    id=remark-text    ${REMARK}
    Input Text    id=remark-paragraph    ${place}
    Press    xpath=//button[normalize-space()="Ghi góp ý"]
    Wait Until Page Contains    Đã ghi góp ý.
    Element Should Contain    id=doan-${place}    ${REMARK}
    Element Should Contain    id=doan-${place}    Phạm Quốc Huy

He Types Over It And A New Version Is Kept
    ${place} =    Number Of Line    ${LINE}
    Input Text    id=paragraph-${place}    ${CORRECTED}
    Input Text    id=draft-note    Ghi rõ thời hạn
    Picture    46-sua-du-thao
    Press    xpath=//button[normalize-space()="Lưu thành bản mới"]
    Wait Until Page Contains    Đã lưu thành bản 2.
    Wait For Conversion

The Drafter Is Told And Compares
    Sign In As    leminhanh
    Go To    ${SITE_URL}/@@notices
    Wait Until Page Contains    ${GUIDE}
    Go To    ${DRAFT}
    Wait For Document
    Press    css=.doc-file__compare
    Wait Until Page Contains    trước ngày 15 tháng 12 năm 2026
    Page Should Contain    nghiên cứu

The Earlier Version Comes Back
    Sign In As    phamquochuy
    Go To    ${DRAFT}
    Wait For Document
    ${folded} =    Get Element Count    css=.doc-versions:not([open]) > summary
    IF    ${folded}    Press    css=.doc-versions:not([open]) > summary
    Press    xpath=//button[normalize-space()="Khôi phục bản 1"]
    Wait Until Keyword Succeeds    20 s    0.5 s    The Words Are Those Of The First Version

A Document Of One's Own Is Kept
    Sign In As    leminhanh
    Press    xpath=//nav//a[normalize-space()="Hồ sơ công việc"]
    Press    xpath=//a[contains(normalize-space(.), "Tài liệu cá nhân")]
    Wait Until Page Contains    Chỉ mình anh/chị xem và tìm thấy.
    ${file} =    Drafts.Letter    ${OWN}    ghi-chep.docx
    Choose File    id=field-file    ${file}
    Input Text    id=field-subject    ${OWN}
    Press    xpath=//button[normalize-space()="Lưu tài liệu"]
    Wait Until Element Contains    css=main h1    ${OWN}
    Page Should Contain    ghi-chep.docx
    Input Text    id=field-note    Việc phòng phải làm trong tháng 12
    Press    xpath=//main//button[normalize-space()="Lưu"]
    Go To    ${SITE_URL}/@@personal-documents?q=viec+phong
    Wait Until Page Contains    ${OWN}
    Picture    47-tai-lieu-ca-nhan

Nobody Else Finds It
    FOR    ${other}    IN    phamquochuy    skhcnqtdv
        Sign In As    ${other}
        Go To    ${SITE_URL}/@@personal-documents
        Wait Until Page Contains    Tài liệu cá nhân
        Page Should Not Contain    ${OWN}
        Go To    ${SITE_URL}/@@qlvb-search?q=Ghi+chép+họp+giao+ban+tháng+11
        Wait Until Page Contains Element    css=main h1
        Page Should Not Contain Element    xpath=//main//a[contains(normalize-space(.), "${OWN}")]
    END

The System Administrator Allows The Gateway's Server
    Sign In As    quantri
    Go To    ${SITE_URL}/@@sms-servers
    Input Text    id=field-servers    ${SERVER}
    Press    xpath=//main//button[normalize-space()="Lưu"]
    Wait Until Page Contains Element    css=main form
    Page Should Not Contain Element    css=main .alert-danger

The Agency's Administrator Sets The Gateway And Tries It
    Sign In As    skhcnqtdv
    Go To    ${SITE_URL}/skhcn/@@sms-gateway
    Element Should Contain    css=main h1    Cổng tin nhắn (SMS)
    Element Should Contain    css=main    Quản trị hệ thống cho phép: ${SERVER}
    Press    css=label[for=field-enabled]
    Input Text    id=field-address    http://khac.sonhai.example/gui
    Press    xpath=//main//button[normalize-space()="Lưu"]
    Wait Until Page Contains Element    css=#field-address.is-invalid
    Input Text    id=field-address    ${ADDRESS}
    Input Text    id=field-brand    SO KHCN
    Input Password    id=field-token    Ma-bi-mat
    Input Text    id=field-taken_field    CodeResult
    Input Text    id=field-taken_value    100
    Press    xpath=//main//button[normalize-space()="Lưu"]
    Wait Until Page Contains    Đã lưu.
    Press    xpath=//button[normalize-space()="Gửi thử đến số của tôi"]
    Wait Until Page Contains    Đang gửi tin nhắn thử
    Wait Until Keyword Succeeds    60 s    1 s    The Log Says It Was Sent
    Picture    48-cong-tin-nhan

People Of The Schedule Are Picked By Some Letters
    Sign In As    vanthuskhcn
    Go To    ${SITE_URL}/skhcn/@@schedule-entry
    Input Text    field-title    Họp giao ban tuần
    Execute Javascript    document.getElementById("field-start").value = "2026-11-24T08:00"
    Input Text    css=.qlvb-picker #field-leaders    thu ha
    Press    xpath=//*[@role="option"][contains(., "Nguyễn Thị Thu Hà")]
    Input Text    css=.qlvb-picker #field-leaders    trung kien
    Press    xpath=//*[@role="option"][contains(., "Bùi Trung Kiên")]
    Press    xpath=//main//button[normalize-space()="Lưu"]
    Wait Until Page Contains    Họp giao ban tuần
    Page Should Contain    Nguyễn Thị Thu Hà, Bùi Trung Kiên

*** Keywords ***
Open The Words Of The Draft
    Press    xpath=//a[normalize-space()="Sửa, góp ý trên dự thảo"]
    Wait Until Page Contains Element    css=.doc-text__lines

The Words Are Those Of The First Version
    Go To    ${DRAFT}/@@draft-text
    Element Should Contain    css=main    Bản 3
    ${place} =    Number Of Line    ${LINE}
    Should Be True    ${place}

Number Of Line
    [Documentation]    Number of the paragraph that has these words.
    [Arguments]    ${words}
    ${number} =    Execute Javascript
    ...    return [...document.querySelectorAll(".doc-text__lines textarea")].find((one) => one.value.includes(arguments[0])).id.split("-")[1]
    ...    ARGUMENTS    ${words}
    RETURN    ${number}

The Log Says It Was Sent
    Reload Page
    Element Should Contain    xpath=//section[@aria-labelledby="sms-log"]//tbody/tr[1]    Gửi thử
    Element Should Contain    xpath=//section[@aria-labelledby="sms-log"]//tbody/tr[1]    Đã gửi
