n = int(input())
a = list(map(int, input().split())) + [-(10**9)]
st = []
ans = 0
for i in range(n + 1):
    while st and a[st[-1]] >= a[i]:
        k = st.pop()
        ans += a[k] * (k - st[-1]) * (i - k)
    st.append(i)
print(ans)
