# with c left out or taken j times: new[t] = old[t] + old[t - c] + old[t - 2c] + ...
n, s = map(int, input().split())
old = [0] * s + [1]  # backwards, so that t, t - c, t - 2c, ... is a slice with the step c
for c in sorted(map(int, input().split()), reverse=True):
    old = [sum(old[t::c]) % 1000000007 for t in range(s + 1)]
print(old[0])
