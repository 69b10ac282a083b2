"""Programs without a technique: told apart by what they do, and by how deep loops over the data nest."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import control_flow, plain_programs

FEATURES = (
    Feature(
        "closed formula",
        "No loop over the data and no case: the answer is computed.",
        (plain_programs.aggregates,),
        """
a, b = map(int, input().split())
print(a * b // 2)
""",
    ),
    Feature(
        "case analysis",
        "No loop over the data: a case for every outcome.",
        (plain_programs.aggregates,),
        """
n = int(input())
if n == 1:
    print("one")
elif n == 2:
    print("two")
elif n == 3:
    print("three")
""",
    ),
    Feature(
        "aggregates",
        "Sums and extremes of all items, and nothing else.",
        (plain_programs.aggregates,),
        """
s = input()
p = s.index(min(s))
print(s[p:] + s[:p])
""",
    ),
    Feature(
        "text building",
        "A text is built piece by piece.",
        (plain_programs.texts,),
        """
n, b = map(int, input().split())
D = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
s = ""
while n > 0:
    s = D[n % b] + s
    n //= b
print(s or "0")
""",
    ),
    Feature(
        "text replacing",
        "Parts of a text are replaced, again and again.",
        (plain_programs.texts,),
        """
s, k = input().split()
for _ in range(int(k)):
    s = s.replace(max(s), "", 1)
print(s.lstrip("0") or "0")
""",
    ),
    Feature(
        "reversal",
        "A part of the data is turned round.",
        (plain_programs.texts,),
        """
s = list(input())
for k in map(int, input().split()):
    s[k:] = s[k:][::-1]
print("".join(s))
""",
    ),
    Feature(
        "loops:0",
        "No loop goes over the data.",
        (control_flow.loops,),
        """
print(int(input()) * 2)
""",
    ),
    Feature(
        "loops:1",
        "Loops over the data, none inside another.",
        (control_flow.loops,),
        """
t = input()
p = input()
print(t.count(p))
""",
    ),
    Feature(
        "loops:2",
        "A loop over the data inside another.",
        (control_flow.loops,),
        """
n = int(input())
a = list(map(int, input().split()))
print(sum(x < y for x in a for y in a))
""",
    ),
    Feature(
        "loops:3",
        "Three loops over the data inside each other.",
        (control_flow.loops,),
        """
n = int(input())
a = list(map(int, input().split()))
print(sum(x + y == z for x in a for y in a for z in a))
""",
    ),
)
