import sys


class ZArray:
    def __init__(self, s):
        self.s = s
        self.z = [len(s)]
        box = (0, 0)
        for i in range(1, len(s)):
            lo, hi = box
            known = max(0, min(hi - i, self.z[i - lo])) if hi > i else 0
            length = self.extend(i, known)
            self.z.append(length)
            box = max(box, (i, i + length), key=lambda b: b[1])

    def extend(self, i, length):
        for a, b in zip(self.s[length:], self.s[i + length :]):
            if a != b:
                break
            length += 1
        return length

    def period(self):
        n = len(self.s)
        for i in range(1, n // 2 + 1):
            if n % i == 0 and self.z[i] == n - i:
                return i
        return n


print(ZArray(sys.stdin.readline().strip()).period())
