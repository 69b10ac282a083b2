s = input().strip()

def go(i):
    if i >= len(s):
        return 1
    if s[i] == "0":
        return 0
    res = go(i + 1)
    if i + 2 <= len(s) and s[i:i + 2] <= "26":
        res += go(i + 2)
    return res

print(go(0))
