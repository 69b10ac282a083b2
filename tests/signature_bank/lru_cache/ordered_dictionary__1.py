from collections import OrderedDict

c, q = map(int, input().split())
d = OrderedDict()
for _ in range(q):
    s = input().split()
    k = int(s[1])
    if s[0] == "get":
        if k in d:
            d.move_to_end(k)
            print(d[k])
        else:
            print(-1)
    else:
        if k in d:
            d.move_to_end(k)
        d[k] = int(s[2])
        if len(d) > c:
            d.popitem(last=False)
