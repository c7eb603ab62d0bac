*** Settings ***
Documentation     Somebody looks for documents, keeps the search as a tile, chooses the columns and takes the list along.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${WORDS}          trien khai
${TILE}           Việc triển khai

*** Test Cases ***
Words Without Accents Find Documents
    Sign In As    leminhanh
    Go To    ${SITE_URL}/@@qlvb-search
    Input Text    id=big-q    ${WORDS}
    Press Keys    id=big-q    ENTER
    Wait Until Page Contains Element    css=[data-qlvb-hits] mark
    Element Should Contain    css=.qlvb-resulthead__count    kết quả
    ${address} =    Get Location
    Should Not Contain    ${address}    _authenticator
    Picture    18-tim-kiem

A Facet Narrows And Its Chip Takes It Back
    ${before} =    Get Text    css=.qlvb-resulthead__count
    Press    css=.qlvb-facets section li a
    Wait Until Page Contains Element    css=.qlvb-filter
    Press    css=.qlvb-filter
    Wait Until Page Does Not Contain Element    css=.qlvb-filter
    Element Text Should Be    css=.qlvb-resulthead__count    ${before}

The Search Becomes A Tile
    Press    xpath=//summary[contains(., "Ghim thành ô")]
    Input Text    id=tool-name    ${TILE}
    Press    xpath=//form[contains(@action, "@@save-search")]//button[@type="submit"]
    Go To    ${SITE_URL}
    Wait Until Page Contains    ${TILE}
    Picture    19-o-da-ghim

Columns Are Chosen
    Go To    ${SITE_URL}/@@qlvb-search?q=${WORDS}&view=table
    Page Should Not Contain Element    css=th[data-column="note"]
    Press    css=[data-qlvb-columns] > summary
    Press    id=column-note
    Press    xpath=//form[contains(@action, "@@choose-columns")]//button[@name="save"]
    Wait Until Page Contains Element    css=th[data-column="note"]

The List Is Taken Along
    Press    xpath=//summary[contains(., "Xuất")]
    Press    css=button[name="format"][value="pdf"]
    Wait Until Page Contains Element    css=a[href*="@@exported-file"]    60 s
    Picture    20-tep-da-xuat
