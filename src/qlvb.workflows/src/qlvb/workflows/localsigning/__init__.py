"""Signing on the person's own machine: a service there (VGCA Sign Service) fetches a file, signs it with the token that
is plugged in, and sends it back.
"""
