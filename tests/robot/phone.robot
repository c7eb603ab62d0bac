*** Settings ***
Documentation     On the way, with a telephone: the director signs, directs and reads; what is small, wide or hidden would stop her.
Resource          qlvb.resource
Library           Phone.py    WITH NAME    Phone
Suite Setup       Open The Site On A Phone
Suite Teardown    Close All Browsers

*** Variables ***
${TO_SIGN}        V/v ký trên điện thoại
${TO_RETURN}      V/v trả lại trên điện thoại
${TO_DIRECT}      V/v bút phê trên điện thoại

*** Test Cases ***
Her Home Page Shows What Waits
    Sign In As    nguyenthithuha
    Wait Until Page Contains    Việc cần tôi quyết
    Phone.Everything Fits
    Picture    36-dien-thoai-trang-chu

She Opens A Draft From The List And Reads It
    Open Box    outgoing.to_review
    Phone.Everything Fits
    Press    xpath=(//main//tbody//a[contains(normalize-space(.), "${TO_SIGN}")])[1]
    Wait For Document
    Wait For Paper
    Phone.Everything Fits
    Picture    37-dien-thoai-van-ban

She Signs It
    Begin Act    sign
    Phone.Everything Fits
    Finish Act    sign
    State Should Be    phát hành

She Directs What Has Come In
    Open Box    incoming.to_direct
    Press    xpath=(//main//tbody//a[contains(normalize-space(.), "${TO_DIRECT}")])[1]
    Wait For Document
    Wait Until Page Contains Element    css=[data-act-form="direct"]
    Fill    direct    text    Giao đồng chí Huy chủ trì, báo cáo trong tuần.
    Pick    direct    lead    quoc huy    Phạm Quốc Huy
    Press    css=[data-act-form="direct"] [data-quick-date]:nth-of-type(3)
    Phone.Write By Hand    direct
    Phone.Everything Fits
    Picture    38-dien-thoai-but-phe
    Finish Act    direct
    State Should Be    Đang xử lý
    Phone.Handwriting Is Shown

She Returns A Draft From The Desk
    Go To    ${SITE_URL}/@@desk?box=outgoing.to_review
    Press    xpath=//*[@data-desk-items]/li[contains(., "${TO_RETURN}")]//a
    Wait Until Page Contains Element    css=[data-desk-pane]:not([aria-busy]) [data-desk-item]
    Phone.Everything Fits
    Picture    39-dien-thoai-ban-duyet

Who Was Given It Reads It On The Way, Too
    Sign In As    phamquochuy
    Go To    ${SITE_URL}/@@notices
    Wait Until Page Contains    ${TO_DIRECT}
    Phone.Everything Fits
    Open From Box    incoming.unread    ${TO_DIRECT}
    Wait For Paper
    Phone.Everything Fits
    Page Should Contain    Giao đồng chí Huy chủ trì, báo cáo trong tuần.
    Begin Act    update_progress
    Fill    update_progress    percent    50
    Phone.Everything Fits
    Finish Act    update_progress
    Execute Javascript    location.search = "?tab=process"
    Wait Until Element Is Visible    css=.doc-linetable
    Phone.Everything Fits

*** Keywords ***
Open The Site On A Phone
    Open The Site
    Phone.Take The Phone
