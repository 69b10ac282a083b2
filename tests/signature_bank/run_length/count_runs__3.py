from itertools import groupby

print("".join(k + str(len(list(g))) for k, g in groupby(input().strip())))
