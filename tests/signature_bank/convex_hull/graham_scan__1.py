from math import atan2

n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]
o = min(p, key=lambda q: (q[1], q[0]))
p.sort(key=lambda q: (atan2(q[1] - o[1], q[0] - o[0]), (q[0] - o[0]) ** 2 + (q[1] - o[1]) ** 2))
st = []
for q in p:
    while len(st) > 1 and (st[-1][0] - st[-2][0]) * (q[1] - st[-2][1]) - (st[-1][1] - st[-2][1]) * (q[0] - st[-2][0]) <= 0:
        st.pop()
    st.append(q)
s = 0
for i in range(len(st)):
    s += st[i - 1][0] * st[i][1] - st[i - 1][1] * st[i][0]
print(len(st), s // 2)
