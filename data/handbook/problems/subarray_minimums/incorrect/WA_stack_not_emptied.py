n = int(input())
a = list(map(int, input().split()))
st = []
ans = 0
for i in range(n):
    while st and a[st[-1]] > a[i]:
        k = st.pop()
        l = st[-1] if st else -1
        ans += a[k] * (k - l) * (i - k)
    st.append(i)
print(ans)
