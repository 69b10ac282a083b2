import sys


def extend(order, used, bits):
    if len(order) == 2**bits:
        return True
    for i in range(bits):
        candidate = order[-1] ^ (1 << i)
        if used[candidate]:
            continue
        used[candidate] = True
        order.append(candidate)
        if extend(order, used, bits):
            return True
        order.pop()
        used[candidate] = False
    return False


bits = int(sys.stdin.readline())
used = [False] * (1 << bits)
used[0] = True
order = [0]
extend(order, used, bits)
print(" ".join("{:0{w}b}".format(c, w=bits) for c in order))
