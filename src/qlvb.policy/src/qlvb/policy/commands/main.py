"""``bin/qlvb``: administration from the command line."""


def main():
    print("x")
