*** Settings ***
Documentation     The chairman gives an instruction to two agencies; both report back, he closes it.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${TASK}           Báo cáo tình hình xử lý văn bản quá hạn tháng này

*** Keywords ***
Open Task From Box
    [Arguments]    ${box}
    Wait Until Keyword Succeeds    30 s    1 s    Open From Box Once    ${box}    ${TASK}
    Wait Until Page Contains Element    css=[data-task]

Report Back
    [Arguments]    ${userid}    ${words}
    Sign In As    ${userid}
    Open Task From Box    tasks.to_accept
    Do Act    accept_task
    Begin Act    report_back
    Fill    report_back    text    ${words}
    Fill    report_back    progress    100
    Finish Act    report_back

*** Test Cases ***
The Chairman Gives It To Two Agencies
    Sign In As    dangvanphuc
    Go To    ${SITE_URL}/ubnd-tinh/@@add-task
    Press    css=button[name=save]
    Wait Until Element Is Visible    css=[data-form-summary]
    Wait Until Element Is Visible    xpath=//button[@name="save"][not(@aria-busy)][normalize-space()="Giao nhiệm vụ"]
    Input Text    id=doc-subject    ${TASK}
    Input Text    id=doc-leads    khong co noi nay
    Wait Until Element Is Visible    css=.qlvb-picker-none
    Press Keys    id=doc-leads    ENTER
    Element Should Not Be Visible    css=button[name=save][aria-busy]
    Input Text    id=doc-leads    khoa hoc
    Choose Option    leads    Sở Khoa học
    Input Text    id=doc-leads    noi vu
    Choose Option    leads    Sở Nội vụ
    Press    xpath=(//button[@data-quick-for="doc-deadline"])[5]
    Picture    40-giao-nhiem-vu
    Press    css=button[name=save]
    Wait Until Page Contains Element    css=[data-task]
    Page Should Contain    0/2
    Picture    41-chi-dao

Both Agencies Report Back
    Report Back    nguyenthithuha    Sở Khoa học và Công nghệ không còn văn bản quá hạn.
    Picture    42-hoi-bao
    Report Back    tranduclong    Sở Nội vụ còn 02 văn bản quá hạn, xong trong tuần này.

The Chairman Reads The Table And Closes It
    Sign In As    dangvanphuc
    Open Task From Box    tasks.to_approve
    Page Should Contain    Đủ hồi báo của 2 đơn vị
    Press    link=Mở bảng hồi báo
    Wait Until Page Contains    Sở Nội vụ còn 02 văn bản quá hạn
    Picture    43-bang-hoi-bao
    Go Back
    Wait Until Page Contains Element    css=[data-task]
    Begin Act    close_task
    Fill    close_task    reason    Đã đủ hồi báo, kết quả đạt yêu cầu.
    Finish Act    close_task
    Page Should Contain    Đã đóng
    Go To    ${SITE_URL}/@@task-dashboard
    Wait Until Page Contains Element    css=[data-figures]
    Picture    44-bang-dieu-hanh
