n = int(input())
h = list(map(int, input().split()))
st = []
best = 0
for i, x in enumerate(h):
    while st and h[st[-1]] > x:
        y = h[st.pop()]
        best = max(best, y * (i - (st[-1] if st else -1) - 1))
    st.append(i)
print(best)
