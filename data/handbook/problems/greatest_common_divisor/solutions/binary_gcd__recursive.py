import sys


class Stein:
    @staticmethod
    def gcd(u, v):
        if u == v:
            return u
        if u == 0:
            return v
        if v == 0:
            return u
        if u % 2 == 0:
            if v % 2 == 0:
                return 2 * Stein.gcd(u // 2, v // 2)
            return Stein.gcd(u // 2, v)
        if v % 2 == 0:
            return Stein.gcd(u, v // 2)
        if u > v:
            return Stein.gcd((u - v) // 2, v)
        return Stein.gcd((v - u) // 2, u)


data = sys.stdin.buffer.read().split()
answer = int(data[1])
for token in data[2:]:
    answer = Stein.gcd(answer, int(token))
print(answer)
