*** Settings ***
Documentation     A leader decides twenty documents on one screen, by keyboard alone.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${DIRECTED}       ${16}
${COLLECTED}      ${3}

*** Test Cases ***
The Desk Opens From The Home Page
    Sign In As    nguyenthithuha
    Page Should Contain    Việc cần tôi quyết
    Picture    21-trang-chu-lanh-dao
    Press    xpath=//a[contains(@href, "@@desk")]
    Wait For Item
    Waiting Should Be    20
    Picture    22-ban-duyet

The Keys Are Listed And Lead To The Guide
    Press Keys    None    ?
    Wait Until Element Is Visible    id=qlvb-keys
    Element Should Contain    id=qlvb-keys    Gửi quyết định; việc sau tự mở
    Picture    23-phim-tat
    Press Keys    None    ESCAPE
    Wait Until Element Is Not Visible    id=qlvb-keys

Who Goes On While One Is Being Sent Loses Nothing
    [Documentation]    What leaves the list is what was sent, not what is looked at when the answer comes.
    Open Desk    incoming.to_direct
    ${sent} =    Get Text    css=[data-desk-items] > li:nth-child(1) .desk-row__subject
    ${opened} =    Get Text    css=[data-desk-items] > li:nth-child(2) .desk-row__subject
    Fill The Direction
    Execute Javascript    for (const key of ["s", "j"]) document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}))
    Wait Until Keyword Succeeds    20 s    0.1 s    Waiting Should Be    ${DIRECTED}
    Element Should Contain    css=[data-desk-items]    ${opened}
    Element Should Not Contain    css=[data-desk-items]    ${sent}
    Wait Until Element Contains    css=[data-desk-item]    ${opened}

The Others Are Directed By Keyboard
    Open Desk    incoming.to_direct
    FOR    ${place}    IN RANGE    ${DIRECTED}
        Direct By Keyboard    ${DIRECTED - ${place}}
    END
    Wait Until Element Is Visible    css=[data-desk-empty]
    Wait Until Element Contains    css=.desk-boxes [aria-current]    (0)

A Mistake Is Taken Back
    Press Keys    None    z
    Wait Until Page Contains Element    css=[data-desk-items] > li    20 s
    Wait For Item
    Direct By Keyboard    ${1}

Three Are Gathered And Signed In One Go
    Open Desk    outgoing.to_review
    FOR    ${place}    IN RANGE    ${COLLECTED}
        Wait Until Page Contains Element    css=[data-desk-item][data-collect]
        Press Keys    None    x
        Wait Until Element Contains    css=[data-desk-collected]    ${place + 1}
    END
    Press Keys    None    g
    Wait Until Element Is Visible    id=desk-signing
    Picture    24-ky-so-da-gom
    Press Keys    None    ENTER
    Wait Until Element Contains    css=[data-desk-said]    Đã ký 3 văn bản, 0 văn bản chưa ký được.    60 s

Nothing Is Left
    Go To    ${SITE_URL}/@@desk
    Wait Until Element Is Visible    css=[data-desk-empty]
    Waiting Should Be    0

*** Keywords ***
Open Desk
    [Arguments]    ${box}
    Go To    ${SITE_URL}/@@desk?box=${box}
    Wait For Item

Wait For Item
    Wait Until Page Contains Element    css=[data-desk-pane]:not([aria-busy]) [data-desk-item]    20 s

Waiting Should Be
    [Arguments]    ${count}
    ${items} =    Get Element Count    css=[data-desk-items] > li
    Should Be Equal As Integers    ${items}    ${count}

Direct By Keyboard
    [Documentation]    A saved phrase, who leads, send: the next opens by itself. ``left`` is how many there were before.
    [Arguments]    ${left}
    Waiting Should Be    ${left}
    Fill The Direction
    Press Keys    None    s
    Wait Until Keyword Succeeds    20 s    0.1 s    Waiting Should Be    ${left - 1}
    Run Keyword If    ${left} > 1    Wait For Item

Fill The Direction
    Wait Until Page Contains Element    css=[data-desk-primary="direct"] textarea
    Press Keys    None    1
    Press Keys    None    c
    Press Keys    None    huy
    Wait Until Page Contains Element    css=[data-desk-primary] [role=listbox]:not([hidden]) [role=option][aria-selected=true]
    Press Keys    None    ENTER
    Wait Until Page Contains Element    css=[data-desk-primary] [data-field=lead] [data-picker-value]
    Press Keys    None    ESCAPE
