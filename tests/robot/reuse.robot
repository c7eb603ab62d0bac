*** Settings ***
Documentation     What is written again and again costs a press: a group of recipients, and a new draft like one before.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${FIRST}          V/v mời dự giao ban chuyển đổi số tháng 11
${GROUP}          Các cơ quan dự giao ban

*** Test Cases ***
The Clerk Saves Recipients As A Group
    Sign In As    vanthuskhcn
    Go To    ${SITE_URL}/skhcn/@@add-outgoing
    Add Recipient    so noi vu    Sở Nội vụ
    Add Recipient    phu lam    Ủy ban nhân dân xã Phú Lâm
    Press    css=[data-group-keep] > summary
    Input Text    id=doc-group-name    ${GROUP}
    Press    css=[data-group-keep] button
    Wait Until Page Contains    Đã lưu nhóm nơi nhận ${GROUP}.
    Picture    45-nhom-noi-nhan
    Go To    ${SITE_URL}/skhcn/@@recipient-groups
    Page Should Contain    ${GROUP}

A Specialist Adds The Whole Group
    Sign In As    leminhanh
    Go To    ${SITE_URL}/skhcn/@@add-outgoing
    Page Should Not Contain Element    css=[data-group-keep]
    Add Recipient    so noi vu    Sở Nội vụ
    Select From List By Label    css=[data-group]    ${GROUP} (2)
    Wait Until Page Contains    đã thêm 1 nơi nhận
    Recipients Should Be    Sở Nội vụ    Ủy ban nhân dân xã Phú Lâm
    Input Text    css=[data-field="subject"] textarea, [data-field="subject"] input    ${FIRST}
    ${letter} =    Drafts.Letter    ${FIRST}
    Choose File    id=doc-file    ${letter}
    Input Text    css=[data-field="signatory"] input[type=text]    thu ha
    Choose Option    signatory    Nguyễn Thị Thu Hà
    Press    css=button[name="save"]
    Wait For Document
    Page Should Contain    Ủy ban nhân dân xã Phú Lâm

Another Begins Like It
    ${label} =    Get Element Attribute    css=.doc-top .qlvb-acts [data-act="copy"]    textContent
    Should Contain    ${label}    Nhập giống VB trước
    Begin Act    copy
    Press    css=[data-act-form="copy"] button[type=submit]
    Wait Until Page Contains Element    id=doc-file
    Recipients Should Be    Sở Nội vụ    Ủy ban nhân dân xã Phú Lâm
    ${subject} =    Get Value    css=[data-field="subject"] textarea, [data-field="subject"] input
    Should Be Equal    ${subject}    ${FIRST}

*** Keywords ***
Add Recipient
    [Arguments]    ${letters}    ${shown}
    Input Text    id=doc-recipients    ${letters}
    Choose Option    recipients    ${shown}

Recipients Should Be
    [Arguments]    @{names}
    ${rows} =    Get WebElements    css=[data-grid-row] [data-cell="name"]
    ${found} =    Create List
    FOR    ${row}    IN    @{rows}
        ${name} =    Execute Javascript    return arguments[0].value    ARGUMENTS    ${row}
        Append To List    ${found}    ${name}
    END
    Lists Should Be Equal    ${found}    ${names}
