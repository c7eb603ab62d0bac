"""Phiếu xin ý kiến: what another agency of the site is asked about a draft, as it lies in that agency."""
