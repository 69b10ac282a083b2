class Duval:
    def __init__(self, letters):
        self.s = letters

    def factor_length(self, begin):
        """Period of the longest pre-simple word at begin, and how often it fits."""
        s = self.s
        period, size = 1, 1
        while begin + size < len(s):
            new, old = s[begin + size], s[begin + size - period]
            if new < old:
                break
            size += 1
            if new > old:
                period = size
        return period, size // period

    def starts(self):
        found = []
        at = 0
        while at < len(self.s):
            period, times = self.factor_length(at)
            found.append(at)
            at += period * times
        return found


def rotate():
    word = input().strip()
    n = len(word)
    best = max(p for p in Duval(word + word).starts() if p < n)
    return word[best:] + word[:best]


print(rotate())
