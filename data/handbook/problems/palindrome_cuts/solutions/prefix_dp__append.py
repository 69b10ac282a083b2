import sys

word = sys.stdin.read().split()[0]
pal = lambda w: w == "".join(reversed(w))

least = [0]  # least[k]: pieces needed for the first k letters
while len(least) <= len(word):
    k = len(least)
    least.append(min(least[j] + 1 for j in range(k) if pal(word[j:k])))

sys.stdout.write("%d\n" % (least[-1] - 1))
