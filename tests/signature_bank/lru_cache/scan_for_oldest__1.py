c, q = map(int, input().split())
val = {}
last = {}
for t in range(q):
    s = input().split()
    k = int(s[1])
    if s[0] == 'get':
        if k in val:
            last[k] = t
            print(val[k])
        else:
            print(-1)
    else:
        if k not in val and len(val) == c:
            old = min(last, key=last.get)
            del val[old]
            del last[old]
        val[k] = int(s[2])
        last[k] = t
