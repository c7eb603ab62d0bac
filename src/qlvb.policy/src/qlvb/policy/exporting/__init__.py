"""Lists as files: xlsx, docx, PDF (NĐ 30/2020 Phụ lục VI mục 6h, 6i, 6k)."""
