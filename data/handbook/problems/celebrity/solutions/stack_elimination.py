n = int(input())
a = [input().split() for _ in range(n)]
st = list(range(n))
while len(st) > 1:
    x = st.pop()
    y = st.pop()
    if a[x][y] == "1":
        st.append(y)
    else:
        st.append(x)
c = st[0]
for i in range(n):
    if i != c and (a[c][i] == "1" or a[i][c] == "0"):
        print(-1)
        break
else:
    print(c + 1)
