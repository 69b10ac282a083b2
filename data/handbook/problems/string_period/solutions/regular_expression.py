import re

s = input().strip()
print(len(re.fullmatch(r"(.+?)\1*", s).group(1)))
