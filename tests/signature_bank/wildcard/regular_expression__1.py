import re

s = input().strip()
p = input().strip()
print("YES" if re.fullmatch(p.replace("?", ".").replace("*", ".*"), s) else "NO")
