*** Settings ***
Documentation     The leader ticks VGCA and signs on her own machine; the service there (``tests/sign_service.py``) stops, comes back, and meets what goes wrong.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Test Cases ***
The Service Is Stopped And The Page Says What To Do
    [Tags]    stopped
    Sign In As    nguyenthithuha
    Go To    ${LETTER}
    Wait For Document
    Begin Act    sign
    Tick VGCA
    Press    css=dialog[open] [data-act-form="sign"] button[type=submit]
    Wait Until Element Contains    css=dialog[open] [data-form-summary]    Không gọi được VGCA Sign Service    30 s

The Self Test Finds The Service Its Certificate And The Clock
    [Tags]    running
    Sign In As    nguyenthithuha
    Go To    ${SITE_URL}/@@local-signing-test
    Wait Until Element Contains    css=[data-step="service"]    đang chạy    20 s
    Wait Until Element Contains    css=[data-step="certificate"]    Nguyễn Thị Thu Hà, hiệu lực    20 s
    Wait Until Element Contains    css=[data-step="clock"]    khớp máy chủ    20 s
    Element Should Contain    css=[data-step="version"]    VGCASignService
    Picture    76-tu-kiem-tra-vgca

The Token Of Somebody Else Is Refused And Nothing Changes
    [Tags]    wrong
    Sign In As    nguyenthithuha
    Go To    ${LETTER}
    Wait For Document
    Begin Act    sign
    Tick VGCA
    Press    css=dialog[open] [data-act-form="sign"] button[type=submit]
    Wait Until Element Contains    css=dialog[open] [data-form-summary]    không phải chứng thư đã đăng ký    60 s

The Leader Ticks VGCA And Signs By Keyboard
    [Tags]    running
    Go To    ${LETTER}
    Wait For Document
    Begin Act    sign
    Tick VGCA
    Picture    75-ky-vgca
    Set Focus To Element    css=dialog[open] [data-act-form="sign"] button[type=submit]
    Press Keys    None    ENTER
    Wait Until Element Contains    css=.doc-top    Chờ văn thư phát hành    60 s

*** Keywords ***
Tick VGCA
    Set Focus To Element    id=act-sign-vgca
    Press Keys    None    SPACE
    Checkbox Should Be Selected    id=act-sign-vgca
