*** Settings ***
Documentation     The director signs twenty letters in one go (``COUNT`` wait, ``GOOD`` of them can be signed); one cannot be signed, says why, and is not lost.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${FAULTY}         V/v văn bản đã in sẵn số

*** Test Cases ***
Twenty Are Gathered And Signed By The Worker
    Sign In As    nguyenthithuha
    Box Should Hold    signing.needed    ${COUNT}
    Go To    ${SITE_URL}/@@desk?box=signing.needed
    FOR    ${place}    IN RANGE    ${COUNT}
        Wait Until Page Contains Element    css=[data-desk-pane]:not([aria-busy]) [data-desk-item][data-collect]    20 s
        Press Keys    None    x
        Wait Until Element Contains    css=[data-desk-collected]    ${place + 1}
    END
    Press Keys    None    g
    Wait Until Element Is Visible    id=desk-signing
    Press Keys    None    ENTER
    Wait Until Element Contains    css=[data-desk-said]    Đã ký ${GOOD} văn bản, 1 văn bản chưa ký được.    60 s
    Element Should Contain    css=#desk-signing .is-failed    Tệp đã ghi sẵn số văn bản
    Picture    72-ky-hang-loat

The Failed One Says Why And What To Do
    Box Should Hold    signing.needed    0
    Box Should Hold    signing.failed    1
    Page Should Contain    Tệp đã ghi sẵn số văn bản
    Page Should Contain    Trả lại người soạn thảo để sửa tệp văn bản
    Picture    73-ky-that-bai

Signed Again It Is Kept With Its Cause
    Open From Box    signing.failed    ${FAULTY}
    Page Should Contain    Ký số thất bại
    Do Act    sign_again
    Wait Until Keyword Succeeds    30 s    1 s    Failed Again
    Begin Act    return
    Fill    return    reason    Số văn bản in sẵn trong tệp, đề nghị để trống
    Finish Act    return
    Box Should Hold    signing.failed    0

*** Keywords ***
Box Should Hold
    [Arguments]    ${box}    ${count}
    Open Box    ${box}
    ${rows} =    Get Element Count    css=main tbody tr
    Should Be Equal As Integers    ${rows}    ${count}

Failed Again
    Reload Page
    Wait For Document
    Page Should Contain    Ký số thất bại
    Page Should Contain Element    css=[data-act="sign_again"]
