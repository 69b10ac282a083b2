s = input().strip()
n = len(s)
# span[i]: longest balanced piece that begins at i
span = [0] * (n + 2)
for i in reversed(range(n)):
    if s[i] == "(":
        close = i + 1 + span[i + 1]
        if close < n and s[close] == ")":
            span[i] = span[i + 1] + 2 + span[close + 1]
print(max(span))
