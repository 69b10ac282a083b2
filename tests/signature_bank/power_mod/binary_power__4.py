class Power:
    def __init__(self, modulus):
        self.modulus = modulus

    def of(self, base, exponent):
        if not exponent:
            return 1
        half = self.of(base, exponent >> 1)
        square = half * half % self.modulus
        return square * base % self.modulus if exponent & 1 else square


x, n, p = (int(t) for t in input().split())
print(Power(p).of(x, n))
