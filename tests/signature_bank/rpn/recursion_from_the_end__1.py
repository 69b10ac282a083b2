t = input().split()

def go():
    x = t.pop()
    if x not in "+-*":
        return int(x)
    b = go()
    a = go()
    if x == '+':
        return a + b
    if x == '-':
        return a - b
    return a * b

print(go())
