st = []
for t in input().split():
    if t in "+-*":
        b = st.pop()
        a = st.pop()
        if t == "+":
            st.append(a + b)
        elif t == "-":
            st.append(a - b)
        else:
            st.append(a * b)
    else:
        st.append(int(t))
print(st[0])
