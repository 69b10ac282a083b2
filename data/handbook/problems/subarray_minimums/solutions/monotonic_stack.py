n = int(input())
a = list(map(int, input().split()))
left = [-1] * n
right = [n] * n
st = []
for i in range(n):
    while st and a[st[-1]] > a[i]:
        right[st.pop()] = i
    if st:
        left[i] = st[-1]
    st.append(i)
print(sum(a[i] * (i - left[i]) * (right[i] - i) for i in range(n)))
