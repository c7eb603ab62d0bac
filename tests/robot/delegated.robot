*** Settings ***
Documentation     The director is away: she delegates, her deputy finds her work in his box and signs it in her place; what he did, on what
...               basis, stands on the document and before her eyes.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${DELEGATED}      V/v đăng ký dự hội nghị chuyển đổi số
${BASIS}          12/GUQ-SKHCN, 20/11/2026

*** Test Cases ***
The Director Delegates
    Sign In As    nguyenthithuha
    Go To    ${SITE_URL}/skhcn/delegations
    Press    link=Lập ủy quyền
    Wait Until Page Contains Element    id=field-receiver
    Select From List By Value    id=field-receiver    buitrungkien
    ${last} =    Get Element Attribute    id=field-valid_from    value
    Execute Javascript    document.getElementById("field-valid_to").value = "${last}"
    Select Radio Button    mode    sign
    Input Text    id=field-basis    ${BASIS}
    Picture    26-lap-uy-quyen
    Press    xpath=//main//button[normalize-space()="Lập ủy quyền"]
    Wait Until Page Contains    Đang có hiệu lực

The Deputy Is Told And Has Her Work In His Box
    Sign In As    buitrungkien
    Go To    ${SITE_URL}/@@notices
    Wait Until Page Contains    Nguyễn Thị Thu Hà ủy quyền cho Bùi Trung Kiên
    Open Box    outgoing.delegated
    Element Should Contain    css=main h1    VB được ủy quyền
    Page Should Contain    ${DELEGATED}
    Picture    27-vb-duoc-uy-quyen

He Signs In Her Place
    Open From Box    outgoing.delegated    ${DELEGATED}
    Page Should Contain    Bùi Trung Kiên thay Nguyễn Thị Thu Hà theo ủy quyền
    Page Should Contain    ${BASIS}
    Begin Act    sign
    Element Should Contain    css=dialog[open]    KT. (ký thay)
    Finish Act    sign
    State Should Be    phát hành

The Record Says Who, For Whom, On What Basis
    Show Tab    process
    Element Should Contain    css=[data-tab-panel="process"]    Bùi Trung Kiên thay Nguyễn Thị Thu Hà
    Element Should Contain    css=[data-tab-panel="process"]    Căn cứ: ${BASIS}
    Picture    28-ky-thay
    Open Box    outgoing.delegated
    Page Should Not Contain    ${DELEGATED}

She Sees What Was Done For Her
    Sign In As    nguyenthithuha
    Open Box    delegations.done
    Page Should Contain    ${DELEGATED}
    Go To    ${SITE_URL}/skhcn/delegations
    Press    xpath=//table[@id="delegations-table"]//tr[contains(., "Đang có hiệu lực")]//a
    Wait Until Page Contains    ĐÃ LÀM THEO ỦY QUYỀN
    Element Should Contain    xpath=//section[@aria-labelledby="delegation-done"]    ${DELEGATED}
    Element Should Contain    xpath=//section[@aria-labelledby="delegation-done"]    Bùi Trung Kiên
    Picture    29-bao-cao-uy-quyen

She Is Back And Ends It
    Press    xpath=//main//a[normalize-space()="Kết thúc ủy quyền"]
    Press    xpath=//main//form//button[@type="submit"]
    Wait Until Page Contains    Đã kết thúc sớm
    Sign In As    buitrungkien
    Open Box    outgoing.delegated
    Page Should Contain    Không có văn bản đi nào chờ anh/chị duyệt thay.
