*** Settings ***
Documentation     A wrong addressee sends the document back; the sender's clerk sees it and sends it again.
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Test Cases ***
The Commune Returns It
    Sign In As    vanthuxphulam
    Open From Box    incoming.waiting
    Begin Act    refuse
    Fill    refuse    reason    ngắn
    Press    css=[data-act-form="refuse"] button[type=submit]
    Wait Until Page Contains Element    css=[data-act-form="refuse"] .is-invalid, [data-act-form="refuse"] .invalid-feedback:not(:empty)
    Picture    16-bao-loi
    Fill    refuse    reason    Văn bản không thuộc thẩm quyền của Ủy ban nhân dân xã.
    Finish Act    refuse
    State Should Be    trả lại

The Clerk Of The Sender Sees It And Resends
    Sign In As    vanthuskhcn
    Open From Box    outgoing.refused
    Show Tab    deliveries
    Page Should Contain    Văn bản không thuộc thẩm quyền của Ủy ban nhân dân xã.
    Picture    17-bi-tra-lai
    Begin Act    resend
    Finish Act    resend

The Commune Has It Again
    Sign In As    vanthuxphulam
    Open From Box    incoming.waiting
    Do Act    accept
    Page Should Contain    ${SUBJECT}
