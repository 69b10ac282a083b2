"""Functions that call themselves."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import control_flow, graph_search, library_calls, number_theory

FEATURES = (
    Feature(
        "recursion",
        "A function calls itself.",
        (control_flow.recursion,),
        """
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)
print(factorial(int(input())))
""",
    ),
    Feature(
        "mutual recursion",
        "Functions call each other in a circle.",
        (control_flow.recursion,),
        """
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
print(even(int(input())))
""",
    ),
    Feature(
        "divide and conquer",
        "The data is halved, and the halves are solved for themselves.",
        (
            control_flow.recursion,
            graph_search.work_lists,
            number_theory.bottom_up,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
def solve(l, r):
    # best profit in a[l:r]
    if r - l == 1:
        return 0
    m = (l + r) // 2
    cross = max(a[m:r]) - min(a[l:m])
    return max(solve(l, m), solve(m, r), cross)
print(solve(0, n))
""",
    ),
    Feature(
        "exhaustive recursion",
        "All choices are tried, without a memory of results.",
        (
            control_flow.recursion,
            graph_search.work_lists,
        ),
        """
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)
print(ways(int(input())) % (10**9 + 7))
""",
    ),
    Feature(
        "two halves",
        "All choices of one half are joined with those of the other.",
        (control_flow.two_halves,),
        """
from itertools import combinations
n = int(input())
a = list(map(int, input().split()))
def sums(part):
    found = []
    for size in range(len(part) + 1):
        found += [sum(some) for some in combinations(part, size)]
    return found
even, odd = a[::2], a[1::2]
right = set(sums(odd))
print(sum(9 - x in right for x in sums(even)))
""",
    ),
    Feature(
        "permutations",
        "All orders, from the library.",
        (library_calls.library,),
        """
from itertools import permutations
n = int(input())
p = list(map(int, input().split()))
print(list(permutations(sorted(p))).index(p) + 1)
""",
    ),
)
