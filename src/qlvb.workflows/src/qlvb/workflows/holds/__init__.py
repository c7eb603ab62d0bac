"""Placing and releasing holds (tạm dừng hủy): acts on records and on the holds themselves."""
