import re

tokens = re.findall(r"\d+|.", input().strip())
prec = {"+": 1, "-": 1, "*": 2, "(": 0}
rpn = []
ops = []
for t in tokens:
    if t.isdigit():
        rpn.append(t)
    elif t == "(":
        ops.append(t)
    elif t == ")":
        while ops[-1] != "(":
            rpn.append(ops.pop())
        ops.pop()
    else:
        while ops and prec[ops[-1]] >= prec[t]:
            rpn.append(ops.pop())
        ops.append(t)
rpn += reversed(ops)
st = []
for t in rpn:
    if t.isdigit():
        st.append(int(t))
    else:
        y, x = st.pop(), st.pop()
        st.append(x + y if t == "+" else x - y if t == "-" else x * y)
print(st[0])
