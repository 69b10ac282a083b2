import re

s = input().strip()
print(re.fullmatch(r"(.+?)\1+", s).end(1))
