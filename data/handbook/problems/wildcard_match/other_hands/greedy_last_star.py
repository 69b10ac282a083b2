import sys


class Glob:
    def __init__(self, mask):
        self.mask = mask + "$"  # a guard that equals no letter

    def fits(self, word):
        mask = self.mask
        m = w = 0
        resume_m, resume_w = None, 0
        while w < len(word):
            if mask[m] == "*":
                m += 1
                resume_m, resume_w = m, w
            elif mask[m] == word[w] or mask[m] == "?":
                m, w = m + 1, w + 1
            elif resume_m is None:
                return False
            else:
                resume_w += 1
                m, w = resume_m, resume_w
        return set(mask[m:-1]) <= {"*"}


glob = Glob(sys.stdin.readline().strip())
for _ in range(int(sys.stdin.readline())):
    print("YES" if glob.fits(sys.stdin.readline().strip()) else "NO")
