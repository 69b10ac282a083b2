import re

p = input().replace("?", ".").replace("*", ".*")
for _ in range(int(input())):
    print("YES" if re.fullmatch(p, input()) else "NO")
