n = int(input())
h = list(map(int, input().split()))
st = []
ans = 0
for i in range(n):
    while st and h[st[-1]] < h[i]:
        b = st.pop()
        if not st:
            break
        ans += (i - st[-1] - 1) * (min(h[i], h[st[-1]]) - h[b])
    st.append(i)
print(ans)
