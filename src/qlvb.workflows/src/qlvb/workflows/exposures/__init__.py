"""Báo tài liệu mật: reporting what should not be here, telling who has to know, lifting the report or taking it out."""
