n, q = map(int, input().split())
a = list(map(int, input().split()))
left = [-1] * n
right = [-1] * n
st = []
for i in range(n):
    last = -1
    while st and a[st[-1]] > a[i]:
        last = st.pop()
    left[i] = last
    if st:
        right[st[-1]] = i
    st.append(i)
root = st[0]
for _ in range(q):
    l, r = map(int, input().split())
    l -= 1
    r -= 1
    v = root
    # first node on the way down that lies inside [l, r]
    while not l <= v <= r:
        if v < l:
            v = right[v]
        else:
            v = left[v]
    print(a[v])
