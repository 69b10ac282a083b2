st = []
for t in input().split():
    if t in "+-*":
        b = st.pop()
        a = st.pop()
        st.append("(" + a + t + b + ")")
    else:
        st.append(t)
print(eval(st[0]))
