def pieces(s):
    if not s:
        return 0
    for size in range(len(s), 0, -1):
        for i in range(len(s) - size + 1):
            t = s[i:i + size]
            if t == t[::-1]:
                return pieces(s[:i]) + 1 + pieces(s[i + size:])


print(pieces(input().strip()) - 1)
