"""REST documentation written by the tests that use the service."""
