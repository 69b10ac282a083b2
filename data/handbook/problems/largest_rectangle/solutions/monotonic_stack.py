n = int(input())
h = list(map(int, input().split())) + [0]
st = []
best = 0
for i, x in enumerate(h):
    while st and h[st[-1]] >= x:
        y = h[st.pop()]
        l = st[-1] if st else -1
        best = max(best, y * (i - l - 1))
    st.append(i)
print(best)
