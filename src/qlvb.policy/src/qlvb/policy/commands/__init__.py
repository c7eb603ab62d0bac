"""The bin/qlvb command."""
