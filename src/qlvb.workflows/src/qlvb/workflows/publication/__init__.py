"""Đăng VB điều hành: an issued document is shown to the public, or to everybody with an account, until a day."""
