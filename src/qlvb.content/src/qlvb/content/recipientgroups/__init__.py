"""Nhóm nơi nhận: recipients that an agency often writes to together, by a name (features L2, B10)."""
