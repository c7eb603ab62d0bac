"""Nhóm nơi nhận: recipients that an agency often writes to together, under a name, for its drafts (features L2, B10)."""
