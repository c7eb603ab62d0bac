from qlvb.content.text import fold
import re


def read(text):
    return re.findall(r"\w+", fold(text))
