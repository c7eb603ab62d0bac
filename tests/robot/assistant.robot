*** Settings ***
Documentation     An assistant writes what the director may say; she takes it over with one key and sends it.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${SUBJECT_ASKED}    V/v đề nghị phối hợp lần thứ 41
${WORDS}            Giao Phòng Công nghệ thông tin chủ trì, báo cáo trong tuần.

*** Test Cases ***
The Assistant Prepares
    Sign In As    hoangvanluu
    Open From Box    incoming.delegated    ${SUBJECT_ASKED}
    Begin Act    prepare_opinion
    Fill    prepare_opinion    text    ${WORDS}
    Finish Act    prepare_opinion

The Director Takes It Over With One Key
    Sign In As    nguyenthithuha
    Go To    ${SITE_URL}/@@desk?box=incoming.to_direct
    Wait Until Page Contains Element    css=[data-desk-pane]:not([aria-busy]) [data-prepared-use]    20 s
    Press Keys    None    u
    Textarea Value Should Be    css=[data-desk-primary="direct"] [data-field="text"] textarea    ${WORDS}
    Picture    74-dung-y-kien
    Press Keys    None    ESCAPE
    Press Keys    None    c
    Press Keys    None    huy
    Wait Until Page Contains Element    css=[data-desk-primary] [role=listbox]:not([hidden]) [role=option][aria-selected=true]
    Press Keys    None    ENTER
    Wait Until Page Contains Element    css=[data-desk-primary] [data-field=lead] [data-picker-value]
    Press Keys    None    ESCAPE
    Press Keys    None    s
    Wait Until Page Does Not Contain Element    xpath=//*[@data-desk-items]/li[contains(., "${SUBJECT_ASKED}")]    20 s
