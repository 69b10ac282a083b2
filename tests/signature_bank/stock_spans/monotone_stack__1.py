n = int(input())
a = list(map(int, input().split()))
st = []
res = []
for i in range(n):
    while st and a[st[-1]] <= a[i]:
        st.pop()
    res.append(i - st[-1] if st else i + 1)
    st.append(i)
print(*res)
