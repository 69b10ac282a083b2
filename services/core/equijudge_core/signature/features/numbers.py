"""Number theory, powers, matrices."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import (
    bitmasks,
    dp_tables,
    exponentiation,
    library_calls,
    loop_extents,
    number_theory,
    plain_programs,
)

FEATURES = (
    Feature(
        "gcd",
        "Euclid's algorithm, written out or from the library.",
        (
            library_calls.library,
            number_theory.euclid,
        ),
        """
input()
g = 0
for x in map(int, input().split()):
    while x:
        g, x = x, g % x
print(g)
""",
    ),
    Feature(
        "sieve",
        "Multiples are crossed out.",
        (number_theory.sieve,),
        """
n = int(input())
d = [0] * n
for i in range(1, n):
    for j in range(i, n, i):
        d[j] += 1
print(d[n])
""",
    ),
    Feature(
        "linear sieve",
        "Each number is crossed out once, by its least prime.",
        (number_theory.sieve,),
        """
n = int(input())
ok = [False] * 32768
ok[1] = True
i = 0
while n:
    i += 1
    if ok[i]:
        n -= 1
        for p in (2, 3, 5):
            if i * p < len(ok):
                ok[i * p] = True
print(i)
""",
    ),
    Feature(
        "segmented sieve",
        "A range is crossed out by primes found before.",
        (number_theory.sieve,),
        r"""
a, b = map(int, input().split())
a = max(a, 2)
primes = []
k = 2
while k * k <= b:
    if all(k % p for p in primes if p * p <= k):
        primes.append(k)
    k += 1
alive = bytearray(b"\x01" * max(0, b - a + 1))
for p in primes:
    start = p * p
    if start < a:
        start = a + (-a) % p
    for m in range(start, b + 1, p):
        alive[m - a] = 0
print(alive.count(1))
""",
    ),
    Feature(
        "progression sieve",
        "What is crossed out is no multiple itself but its place in another numbering.",
        (number_theory.sieve,),
        """
a, b = map(int, input().split())
m = (b + 1) // 2
out = [False] * (m + 1)
i = 1
while 2 * i * (i + 1) <= m:
    for k in range(2 * i * (i + 1), m + 1, 2 * i + 1):
        out[k] = True
    i += 1
ans = 1 if a <= 2 <= b else 0
for k in range(1, m + 1):
    if not out[k] and a <= 2 * k + 1 <= b:
        ans += 1
print(ans)
""",
    ),
    Feature(
        "trial division",
        "One number is divided by many.",
        (plain_programs.divisors,),
        """
n = int(input())
print(sum(n % i == 0 for i in range(1, n)))
""",
    ),
    Feature(
        "divided out",
        "A factor is taken out of a number as long as it goes.",
        (
            number_theory.factor_removal,
            number_theory.remainders,
        ),
        """
n = int(input())
p = 2
while n > 1:
    q, r = divmod(n, p)
    if r == 0:
        n = q
    else:
        p += 1
print(p)
""",
    ),
    Feature(
        "factors taken out",
        "The same, for a factor that is known beforehand.",
        (plain_programs.divisors,),
        """
n = int(input())
c = 0
for i in range(1, n + 1):
    x = i
    while x % 5 == 0:
        c += 1
        x //= 5
print(c)
""",
    ),
    Feature(
        "number walked",
        "A number is divided and multiplied by turns until it is small.",
        (plain_programs.divisors,),
        """
n = int(input())
steps = 0
while n > 1:
    if n % 2:
        n *= 3
        n += 1
    else:
        n //= 2
    steps += 1
print(steps)
""",
    ),
    Feature(
        "digits",
        "A loop over the digits of a number.",
        (loop_extents.extents,),
        """
n = int(input())
c = 0
while n:
    n //= 5
    c += n
print(c)
""",
    ),
    Feature(
        "binary digits",
        "The library writes a number in binary, or counts its bits.",
        (library_calls.library,),
        """
n = int(input())
k = n.bit_length()
print(k * (n + 1) // 2)
""",
    ),
    Feature(
        "square root",
        "A root is taken, or a loop goes as far as one.",
        (
            library_calls.library,
            loop_extents.extents,
        ),
        """
from math import isqrt
print(isqrt(int(input())))
""",
    ),
    Feature(
        "newton",
        "A root by steps that double the known digits.",
        (number_theory.newton,),
        """
n = int(input())
x = n
while x * x > n:
    x = (x + n // x) // 2
print(x)
""",
    ),
    Feature(
        "modular power",
        "`pow` with a modulus.",
        (library_calls.library,),
        """
a, b, m = map(int, input().split())
print(pow(a, b, m))
""",
    ),
    Feature(
        "repeated squaring",
        "A power by squaring and halving.",
        (
            exponentiation.powers,
            number_theory.bottom_up,
        ),
        """
a, b, m = map(int, input().split())
r = 1
a %= m
while b:
    if b & 1:
        r = r * a % m
    a = a * a % m
    b >>= 1
print(r)
""",
    ),
    Feature(
        "matrix product",
        "Rows times columns, written out.",
        (exponentiation.powers,),
        """
def times(p, q):
    a, b, c, d = p
    e, f, g, h = q
    return max(a + e, b + g), max(a + f, b + h), max(c + e, d + g), max(c + f, d + h)
whole = (0, -9, -9, 0)
for x in map(int, input().split()):
    whole = times(whole, (0, x, 0, -9))
print(whole)
""",
    ),
    Feature(
        "factorials",
        "Factorials or binomials, from the library or a table.",
        (
            dp_tables.dynamic,
            library_calls.library,
            number_theory.factorials,
        ),
        """
from math import comb
n, m = map(int, input().split())
print(comb(2 * n, n) % m)
""",
    ),
    Feature(
        "elimination",
        "Rows are subtracted from each other until one unknown a row is left.",
        (number_theory.elimination,),
        """
n = int(input())
a = list(map(int, input().split()))
for r in range(n):
    a[0], a[r] = a[r], a[0]
    for i in range(n):
        if i != r and a[i] & 1:
            a[i] ^= a[r]
print(a)
""",
    ),
    Feature(
        "linear basis",
        "Numbers are reduced by others with the same highest bit.",
        (number_theory.linear_basis,),
        """
n = int(input())
a = list(map(int, input().split()))
basis = {}
for x in a:
    while x:
        x ^= basis.setdefault(x.bit_length(), x)
print(len(basis))
""",
    ),
    Feature(
        "fractions",
        "Exact fractions of the library.",
        (library_calls.library,),
        """
from fractions import Fraction
print(sum(Fraction(1, int(x)) for x in input().split()))
""",
    ),
    Feature(
        "decimal",
        "Decimal numbers of the library.",
        (library_calls.library,),
        """
from decimal import Decimal
n, m = map(int, input().split())
s = Decimal(5).sqrt()
phi = (1 + s) / 2
print(int(phi ** n / s + Decimal("0.5")) % m)
""",
    ),
    Feature(
        "exclusive or",
        "Numbers are added up by exclusive or.",
        (
            bitmasks.bits,
            library_calls.library,
        ),
        """
input()
r = 0
for x in map(int, input().split()):
    r ^= x
print(r)
""",
    ),
    Feature(
        "rolling hash",
        "A text's number to a base, moved on letter by letter.",
        (number_theory.rolling_hash,),
        """
s = input().strip()
M = (1 << 61) - 1
B = 911382323
a = b = 0
pw = 1
best = 0
n = len(s)
for i in range(n - 1):
    a = (a * B + ord(s[i])) % M
    b = (b + ord(s[n - 1 - i]) * pw) % M
    pw = pw * B % M
    if a == b:
        best = i + 1
print(best)
""",
    ),
)
