import re

s = input().strip().replace("-", "~")  # ~ is the operator, - the sign of a number
N = r"(-?\d+)"
while True:
    t = re.sub(r"\(" + N + r"\)", r"\1", s)
    if t == s:
        t = re.sub(N + r"\*" + N, lambda m: str(int(m[1]) * int(m[2])), s, count=1)
    if t == s:
        t = re.sub(
            r"(?<![*\d-])" + N + r"([+~])" + N + r"(?![*\d])",
            lambda m: str(int(m[1]) + int(m[3]) if m[2] == "+" else int(m[1]) - int(m[3])),
            s,
            count=1,
        )
    if t == s:
        break
    s = t
print(int(s))
