"""File mẫu: an agency's own docx templates, checked when they come in and filled from a draft's fields."""
