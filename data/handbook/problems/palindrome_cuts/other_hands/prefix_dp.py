import sys


def symmetric(w, i, j):
    while i < j:
        if w[i] != w[j]:
            return False
        i += 1
        j -= 1
    return True


def main():
    w = sys.stdin.read().strip()
    # fewest[k]: cuts in the part that ends with letter k
    fewest = {-1: -1}
    for k in range(len(w)):
        fewest[k] = 1 + min(fewest[j - 1] for j in range(k + 1) if symmetric(w, j, k))
    print(fewest[len(w) - 1])


main()
