"""The words of the letter that tests report as secret."""

SUBJECT = "V/v kho Hang Gấu số 77"
REASON = "Có dấu TỐI MẬT ở trang đầu"
HEAD, OTHER_HEAD = "nguyenthithuha", "tranduclong"
