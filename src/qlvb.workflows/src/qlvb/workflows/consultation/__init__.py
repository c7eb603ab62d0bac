"""Lấy ý kiến: people and units are asked about a draft in parallel; their answers become one table."""
