s, k = input().split()
k = int(k)
st = []
for c in s:
    while k and st and st[-1] > c:
        st.pop()
        k -= 1
    st.append(c)
print("".join(st).lstrip("0") or "0")
