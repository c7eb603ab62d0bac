*** Settings ***
Documentation     The flows of the manual of a district, label for label: a specialist writes and passes on (part I), the agency issues a document of its
...               own (case 1), and prepares one that the level above signs after its office has appraised it (case 2, first half: passed to another leader).
Resource          qlvb.resource
Suite Setup       Open The Site
Suite Teardown    Close All Browsers

*** Variables ***
${WRITTEN}        V/v hướng dẫn sử dụng chứng thư số
${OWN}            V/v trả lời đề nghị số 1
${PASSED}         V/v trả lời đề nghị số 2
${RETURNED}       V/v trả lời đề nghị số 3

*** Test Cases ***
Part I Steps 1 To 5: The Specialist Adds An Outgoing Document
    Sign In As    leminhanh
    Press    xpath=//nav[contains(@class, "qlvb-menu")]//a[normalize-space()="Văn bản đi"]
    Press    xpath=//a[normalize-space()="Thêm VB đi"]
    Wait Until Element Contains    css=main h1    Thêm VB đi
    FOR    ${label}    IN    Trích yếu    File văn bản    File mẫu    Chọn văn bản đính kèm    Người ký văn bản    là thông tin bắt buộc
        Element Should Contain    css=main    ${label}
    END
    FOR    ${button}    IN    Copy    Lưu    Chuyển lãnh đạo    Trở về
        Element Should Contain    css=.doc-buttons    ${button}
    END
    Input Text    css=[data-field="subject"] textarea, [data-field="subject"] input    ${WRITTEN}
    ${letter} =    Drafts.Letter    ${WRITTEN}
    Choose File    id=doc-file    ${letter}
    Input Text    css=[data-field="signatory"] input[type=text]    thu ha
    Choose Option    signatory    Nguyễn Thị Thu Hà

Part I Steps 6 To 10: She Passes It To A Leader
    Press    xpath=//button[normalize-space()="Chuyển lãnh đạo"]
    Wait Until Element Is Visible    css=dialog[open] [data-act-form="submit"]    60 s
    Element Should Contain    css=dialog[open]    Lãnh đạo nhận
    Element Should Contain    css=dialog[open]    Nội dung yêu cầu
    Pick    submit    receiver    quoc huy    Phạm Quốc Huy
    Fill    submit    request    Chuyển lãnh đạo xem xét.
    Finish Act    submit
    State Should Be    Chờ duyệt
    Sign In As    phamquochuy
    Open From Box    outgoing.to_review    ${WRITTEN}
    Page Should Contain    Chuyển lãnh đạo xem xét.

Case 1 Steps 1 And 2: The Leader Finds It Under Chờ Duyệt
    Sign In As    nguyenthithuha
    Page Should Contain    VĂN BẢN ĐI
    Press    xpath=//section[.//h2[normalize-space()="VĂN BẢN ĐI"]]//a[span[normalize-space()="Chờ duyệt"]]
    Wait Until Page Contains    ${OWN}
    Page Should Contain    Tìm thấy
    Page Should Contain    Cấp độ:
    FOR    ${level}    IN    Bình thường    Khẩn    Thượng khẩn    Hỏa tốc    Hỏa tốc hẹn giờ
        Page Should Contain    ${level}
    END
    Open Box    outgoing.to_review
    FOR    ${tab}    IN    VB chờ duyệt    VB chờ chuyên viên xử lý    VB chờ lãnh đạo khác duyệt    VB chờ văn thư phát hành    VB đã phát hành
        Element Should Contain    css=.qlvb-tabs    ${tab}
    END
    Page Should Contain    TRA CỨU THÔNG TIN
    Open From Box    outgoing.to_review    ${OWN}

Case 1: The Document Screen Has The Blocks And Buttons Of The Manual
    Element Should Contain    css=.doc-crumbs    Văn bản đi
    Element Should Contain    css=.doc-crumbs    VB chờ duyệt
    Page Should Contain    THÔNG TIN CHÍNH
    Page Should Contain    DANH SÁCH VĂN BẢN
    Element Should Contain    css=[data-tabs]    NỘI DUNG VĂN BẢN ĐI
    Element Should Contain    css=[data-tabs]    QUÁ TRÌNH GIẢI QUYẾT
    Element Should Contain    css=[data-tabs]    NHẬT KÝ GỬI NHẬN
    FOR    ${bar}    IN    .doc-top .qlvb-acts    .doc-foot .qlvb-acts
        FOR    ${button}    IN    Ký số    Chuyển lãnh đạo khác    Chuyển chuyên viên    Trở về
            Element Should Contain    css=${bar}    ${button}
        END
        ${last} =    Get WebElement    css=${bar} > :last-child
        Element Should Contain    ${last}    Trở về
    END

Case 1 Steps 3 And 4: Ký Số
    Begin Act    sign
    Finish Act    sign
    State Should Be    phát hành
    Show Tab    process
    FOR    ${column}    IN    STT    Cán bộ gửi    Nội dung yêu cầu    Cán bộ nhận    Ngày nhận    Nội dung xử lý    Hạn xử lý    Ngày xử lý    Trạng thái hoàn thành    Tập tin đính kèm
        Element Should Contain    css=[data-tab-panel="process"]    ${column}
    END
    Picture    25-truong-hop-1

Case 1 Steps 5 To 9: The Clerk Issues It
    Sign In As    vanthuskhcn
    Open From Box    outgoing.to_number    ${OWN}
    Do Act    number
    Do Act    seal
    Do Act    issue
    State Should Be    Đã phát hành

Case 2 Steps 3 To 7: Passed To Another Leader With A Request
    Sign In As    nguyenthithuha
    Open From Box    outgoing.to_review    ${PASSED}
    Begin Act    forward
    Element Should Contain    css=dialog[open]    Chuyển lãnh đạo khác
    Element Should Contain    css=dialog[open]    Lãnh đạo nhận
    Element Should Contain    css=dialog[open]    Nội dung yêu cầu
    Pick    forward    receiver    trung kien    Bùi Trung Kiên
    Fill    forward    request    Chuyển nhầm nội dung yêu cầu.
    Finish Act    forward
    Do Act    withdraw

Case 2: Taken Back And Passed On Again On The Same Screen
    [Documentation]    The form that is drawn anew after an act sends what was chosen in it.
    Begin Act    forward
    Pick    forward    receiver    trung kien    Bùi Trung Kiên
    Fill    forward    request    Đề nghị đồng chí thẩm định.
    Finish Act    forward
    Sign In As    buitrungkien
    Open From Box    outgoing.to_review    ${PASSED}
    Page Should Contain    Đề nghị đồng chí thẩm định.

Case 2: What Is Not In Order Goes Back To The Specialist
    Sign In As    nguyenthithuha
    Open From Box    outgoing.to_review    ${RETURNED}
    Begin Act    return
    Fill    return    reason    Bổ sung căn cứ pháp lý của đề nghị.
    Finish Act    return
    Sign In As    leminhanh
    Open From Box    outgoing.returned    ${RETURNED}
    Page Should Contain    Bổ sung căn cứ pháp lý của đề nghị.
