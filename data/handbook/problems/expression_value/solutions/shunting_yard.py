s = input().strip()
prec = {"+": 1, "-": 1, "*": 2}
nums = []
ops = []


def apply():
    op = ops.pop()
    b = nums.pop()
    a = nums.pop()
    nums.append(a + b if op == "+" else a - b if op == "-" else a * b)


i = 0
while i < len(s):
    c = s[i]
    if c.isdigit():
        j = i
        while j < len(s) and s[j].isdigit():
            j += 1
        nums.append(int(s[i:j]))
        i = j
        continue
    if c == "(":
        ops.append(c)
    elif c == ")":
        while ops[-1] != "(":
            apply()
        ops.pop()
    else:
        while ops and ops[-1] != "(" and prec[ops[-1]] >= prec[c]:
            apply()
        ops.append(c)
    i += 1
while ops:
    apply()
print(nums[0])
