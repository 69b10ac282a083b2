"""Objects that say when they go: in which order, what they see, and what keeps them."""

from __future__ import annotations

PROGRAMS = {
    "one __del__": "class C:\n    def __del__(self): print('gone')\nc = C()\nprint('end')",
    "several in order": """
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print(self.name)
b, _a, __c, a = C("b"), C("_a"), C("__c"), C("a")
print("end")
""",
    "several, without a function that holds the names": """
C = type("C", (), {"__del__": print})
C.__repr__ = lambda self: self.name
for n in "b", "_a", "z":
    globals()[n] = C(); globals()[n].name = n
del n
""",
    "__del__ calls functions, globals and modules": """
import math, os
LIMIT = 5
def f(x): return math.sqrt(x) + LIMIT
class C:
    def __del__(self): print(f(16), os.path.basename("a/b"), __name__, type(self).__name__)
c = C()
""",
    "__del__ imports": """
class C:
    def __del__(self):
        try:
            import json, math
            print(json.dumps([1]), math.pi)
        except ImportError as error:
            print("no", error)
c = C()
""",
    "__del__ of a cycle": """
class C:
    def __init__(self, n): self.me, self.n = self, n
    def __del__(self): print("cycle", self.n, len(KEPT))
KEPT = [C(1), C(2)]
C(3)
""",
    "__del__ revives its object": """
KEPT = []
class C:
    def __del__(self): KEPT.append(self); print("once", len(KEPT))
c = C()
""",
    "__del__ raises": """
class C:
    def __del__(self): raise ValueError("no")
c = C()
d = open("f", "w"); d.write("x")
class D:
    def __del__(self): print("after")
e = D()
""",
    "__del__ makes new objects with __del__": """
class C:
    def __init__(self, n): self.n = n
    def __del__(self):
        print(self.n)
        if self.n: globals()["next"] = C(self.n - 1)
c = C(3)
""",
    "__del__ asks whether it is the end": """
import sys
class C:
    def __del__(self): print(sys.is_finalizing(), sys.stdout is not None, sys.meta_path, sys.argv)
c = C()
""",
    "__del__ without a field": "class C:\n    __slots__ = ()\n    def __del__(self): print('slim')\nc = C()",
    "an object kept by another module": """
import os, sys, builtins
class C:
    def __init__(self, n): self.n = n
    def __del__(self):
        os_write(1, self.n)
os_write = os.write
sys.mine, builtins.mine, os.mine = C(b"sys"), C(b"builtins"), C(b"os")
C.__del__.__globals__["keep"] = C(b"main")
""",
    "an object in a default, used by another": """
import os
class C:
    def __del__(self, write=os.write): write(1, b"late")
os.environ.mine = C()
""",
    "sys.last_value and frames after an exception": """
class C:
    def __del__(self): print("freed", G)
G = 1
def f():
    c = C()
    raise ValueError
f()
""",
    "frames after sys.exit": """
import sys
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("freed", self.n, G is None)
G = C(0)
def f():
    c = C(1)
    sys.exit(3)
f()
""",
}
