n = int(input())
a = list(map(int, input().split()))
st = []
res = 0
for x in a:
    while st and st[-1] > x:
        st.pop()
    st.append(x)
    res = max(res, st[-1] - st[0])
print(res)
