"""Holds (tạm dừng hủy, phong tỏa): records that must stay as they are while a case is open."""
