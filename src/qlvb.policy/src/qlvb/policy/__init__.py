"""How a site is set up and connected: profile, shell, demonstration, commands."""

from qlvb.content import _  # noqa: F401  one message domain for the three packages
