import sys


class RollingHash:
    base, mod = 911382629, 10**18 + 9

    def __init__(self, text):
        self.prefix = [0]
        self.power = [1]
        for ch in text:
            self.prefix.append((self.prefix[-1] * self.base + ord(ch)) % self.mod)
            self.power.append(self.power[-1] * self.base % self.mod)

    def get(self, start, length):
        return (self.prefix[start + length] - self.prefix[start] * self.power[length]) % self.mod


def main():
    text = sys.stdin.read().strip()
    n = len(text)
    there, back = RollingHash(text), RollingHash(text[::-1])
    answer = 0
    for middle in range(n):
        for even in (False, True):
            # arms of length k: text[middle + even :][:k] against the reversed text before middle + 1
            right_start = middle + even
            left_start = n - 1 - middle
            low, high = 0, min(n - right_start, n - left_start) + 1
            while high - low > 1:
                k = (low + high) >> 1
                if there.get(right_start, k) == back.get(left_start, k):
                    low = k
                else:
                    high = k
            answer += low
    print(answer)


main()
