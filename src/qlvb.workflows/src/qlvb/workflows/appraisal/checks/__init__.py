"""The layout of a document against Nghị định 30/2020 Phụ lục I and II: pure, on docx and PDF alike."""
