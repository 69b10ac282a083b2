h, w = map(int, input().split())
height = [0] * (w + 1)  # one more column of height 0 clears the stack
ans = 0
for _ in range(h):
    s = input()
    for j in range(w):
        if s[j] == "1":
            height[j] += 1
        else:
            height[j] = 0
    st = []
    for j in range(w + 1):
        while st and height[st[-1]] >= height[j]:
            top = height[st.pop()]
            left = st[-1] + 1 if st else 0
            ans = max(ans, min(top, j - left))
        st.append(j)
print(ans)
