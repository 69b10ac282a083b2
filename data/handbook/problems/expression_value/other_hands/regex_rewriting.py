import re
import sys

# negative intermediate numbers carry a leading underscore
NUM = r"(_?\d+)"


def dec(t):
    return int(t.replace("_", "-"))


def enc(v):
    return str(v).replace("-", "_")


def times(m):
    return enc(dec(m[1]) * dec(m[2]))


def plus(m):
    return m[1] + enc(dec(m[2]) + dec(m[3]))


def minus(m):
    return m[1] + enc(dec(m[2]) - dec(m[3]))


RULES = [
    (re.compile(r"\(" + NUM + r"\)"), r"\1"),
    (re.compile(NUM + r"\*" + NUM), times),
    (re.compile(r"(^|\()" + NUM + r"\+" + NUM + r"(?![\d*])"), plus),
    (re.compile(r"(^|\()" + NUM + r"-" + NUM + r"(?![\d*])"), minus),
]

line = sys.stdin.read().strip()
progress = True
while progress:
    progress = False
    for rule, result in RULES:
        line, hits = rule.subn(result, line, count=1)
        if hits:
            progress = True
            break
print(dec(line))
