s, k = input().split()
k = int(k)
n = len(s)
st = []
for c in s:
    while k and st and st[-1] > c:
        st.pop()
        k -= 1
    st.append(c)
st = st[:len(st) - k]
print("".join(st) or "0")
