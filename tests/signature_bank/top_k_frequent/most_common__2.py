import collections

def main():
    k = int(input().split()[1])
    counter = collections.Counter()
    for token in input().split():
        counter[token] += 1
    out = []
    for value, times in counter.most_common(k):
        out.append(value)
    print(" ".join(out))

main()
