import re

p = input().replace("?", ".")
while "**" in p:
    p = p.replace("**", "*")
if p[0] == "*":
    p = "." + p
for _ in range(int(input())):
    print("YES" if re.fullmatch(p, input()) else "NO")
