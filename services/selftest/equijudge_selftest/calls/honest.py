"""Honest programs whose function is called, with odd but legal habits: each is right."""

from __future__ import annotations

from typing import Any

from equijudge_selftest.calls.case import AC, Case, Tests, case

# The smallest k of the numbers, in order.
SMALLEST: Tests = (([[3, 1, 2], 2], [1, 2]), ([[5], 1], [5]), ([[2, 2, 1], 0], []))
DEPTH: Tests = (([[3, 9, 20, None, None, 15, 7]], 3), ([[]], 0))
REVERSED: Tests = (([[1, 2, 3]], [3, 2, 1]), ([[]], []))
SQUARE: Tests = (([7], 49), ([0], 0))


def honest(title: str, source: str, tests: Tests = SMALLEST, **calls: Any) -> Case:
    return case(title, source, AC, tests=tests, **calls)


WHERE = (
    honest("a function", """
        def solve(nums, k):
            return sorted(nums)[:k]
        """),
    honest("a method", """
        from typing import List
        class Solution:
            def solve(self, nums: List[int], k: int) -> List[int]:
                return sorted(nums)[:k]
        """),
    honest("a static method", """
        class Solution:
            @staticmethod
            def solve(nums, k): return sorted(nums)[:k]
        """),
    honest("a class method", """
        class Solution:
            @classmethod
            def solve(cls, nums, k): return sorted(nums)[:k]
        """),
    honest("an inherited method", """
        class Base:
            def solve(self, nums, k): return sorted(nums)[:k]
        class Solution(Base):
            pass
        """),
    honest("a method set by the instance", """
        class Solution:
            def __init__(self): self.solve = lambda nums, k: sorted(nums)[:k]
        """),
    honest("an alias of the method", """
        class Solution:
            def solve(self, nums, k): return sorted(nums)[:k]
        solution = Solution()
        solve = solution.solve
        """),
    honest("a lambda", "solve = lambda nums, k: sorted(nums)[:k]"),
    honest("a partial function", """
        from functools import partial
        def first(count, nums, k): return sorted(nums)[:k][:count]
        solve = partial(first, 100)
        """),
    honest("a callable object", """
        class Solver:
            def __call__(self, nums, k): return sorted(nums)[:k]
        solve = Solver()
        """),
    honest("a class that is no owner of the function", """
        class Solution:
            pass
        def solve(nums, k): return sorted(nums)[:k]
        """),
    honest("a helper of the same name as the method", """
        def solve(nums): return sorted(nums)
        class Solution:
            def solve(self, nums, k): return solve(nums)[:k]
        """),
    honest("another class", """
        class Solver:
            def solve(self, nums, k): return sorted(nums)[:k]
        """, class_name="Solver"),
    honest("nested classes", """
        class Solution:
            class Heap:
                def __init__(self, items): self.items = sorted(items)
                def take(self, k): return self.items[:k]
            def solve(self, nums, k): return self.Heap(nums).take(k)
        """),
    honest("default arguments", "def solve(nums, k, key=None, *rest, reverse=False, **more): return sorted(nums)[:k]"),
    honest("keyword arguments", "def solve(*, k, nums): return sorted(nums)[:k]",
           (({"nums": [3, 1, 2], "k": 2}, [1, 2]),)),
)  # fmt: skip

MODULE = (
    honest("a main part that reads stdin", """
        def solve(nums, k): return sorted(nums)[:k]
        if __name__ == "__main__":
            n = int(input())
            print(solve([n], 1))
        """),
    honest("future annotations", """
        '''What it does.'''
        from __future__ import annotations
        class Solution:
            def solve(self, nums: list[int], k: int) -> list[int] | None: return sorted(nums)[:k]
        """),
    honest("a coding line, a BOM and Windows' line ends", "\ufeff# -*- coding: utf-8 -*-\r\ns = 'é'\r\n"
           "def solve(nums, k):\r\n\treturn sorted(nums)[:k]\r\n"),
    honest("latin letters by a coding line", "# coding: latin-1\ns = 'x'\ndef solve(nums, k): return sorted(nums)[:k]"),
    honest("printing", """
        import sys
        def solve(nums, k):
            print("debug", nums, flush=True)
            print("more", file=sys.stderr)
            sys.stdout.write("v[9]")
            return sorted(nums)[:k]
        """),
    honest("global state", """
        calls = 0
        memo = {}
        def solve(nums, k):
            global calls
            calls += 1
            memo[k] = nums
            return sorted(nums)[:k] if calls == 1 and len(memo) == 1 else None
        """),
    honest("a cache on a method", """
        from functools import cache, lru_cache
        class Solution:
            @cache
            def least(self, nums): return tuple(sorted(nums))
            @lru_cache(None)
            def again(self, k): return k
            def solve(self, nums, k): return list(self.least(tuple(nums)))[:self.again(k)]
        """),
    honest("star imports", """
        from typing import *
        from collections import *
        from heapq import *
        from math import *
        class Solution:
            def solve(self, nums: List[int], k: int) -> List[int]: return nsmallest(k, nums)
        """),
    honest("names without import, with the prelude", """
        class Solution:
            def solve(self, nums: List[int], k: int) -> List[int]:
                heapify(nums)
                return [heappop(nums) for _ in range(gcd(k, k))]
        """, prelude=True),
    honest("its own gcd, with the prelude", "def gcd(a, b): return a if not b else gcd(b, a % b)",
           (([12, 18], 6),), name="gcd", prelude=True),
    honest("builtins that are hidden", """
        list = dict = type = len = print = isinstance = id = set = str = None
        def solve(nums, k): return sorted(nums)[:k]
        """),
    honest("modules that are hidden", """
        json = os = sys = builtins = "mine"
        def solve(nums, k): return sorted(nums)[:k]
        """),
    honest("a recursion limit of its own", """
        import sys
        sys.setrecursionlimit(10 ** 6)
        def down(n): return 0 if n == 0 else 1 + down(n - 1)
        def solve(nums, k): return sorted(nums)[:k] if down(20_000) == 20_000 else None
        """),
    honest("nearly as deep as Python goes", """
        def down(n): return 0 if n == 0 else 1 + down(n - 1)
        def solve(nums, k): return sorted(nums)[:k] if down(980) == 980 else None
        """),
    honest("a thread with a large stack", """
        import sys, threading
        threading.stack_size(64 << 20)
        sys.setrecursionlimit(10 ** 6)
        def solve(nums, k):
            found = []
            worker = threading.Thread(target=lambda: found.extend(sorted(nums)[:k]))
            worker.start(); worker.join()
            return found
        """),
    honest("a thread that goes on", """
        import threading, time
        threading.Thread(target=lambda: time.sleep(100), daemon=False).start()
        def solve(nums, k): return sorted(nums)[:k]
        """),
    honest("an exit function", """
        import atexit
        atexit.register(print, "bye")
        def solve(nums, k): return sorted(nums)[:k]
        """),
    honest("dataclasses and enums", """
        from dataclasses import dataclass, field
        from enum import IntEnum
        class Order(IntEnum):
            UP = 1
        @dataclass(order=True)
        class Item:
            value: int
            tags: list = field(default_factory=list)
        def solve(nums, k): return [item.value for item in sorted(map(Item, nums))][:k * Order.UP]
        """),
    honest("pickling and copying", """
        import copy, pickle
        class Item:
            def __init__(self, value): self.value = value
        def solve(nums, k):
            items = pickle.loads(pickle.dumps([Item(n) for n in nums]))
            return sorted(item.value for item in copy.deepcopy(items))[:k]
        """),
    honest("tests of its own at the end", """
        class Solution:
            def solve(self, nums, k): return sorted(nums)[:k]
        assert Solution().solve([2, 1], 1) == [1]
        print(Solution().solve([2, 1], 2))
        """),
    honest("its name in the module", """
        import sys
        def helper(nums): return sorted(nums)
        def solve(nums, k): return getattr(sys.modules[__name__], "helper")(nums)[:k]
        """),
    honest("a warning filter and a hash seed", """
        import warnings, random
        warnings.simplefilter("ignore")
        random.seed(1)
        def solve(nums, k):
            random.shuffle(nums)
            return sorted(nums)[:k]
        """),
    honest("exec and eval", """
        space = {}
        exec("def made(nums, k): return sorted(nums)[:k]", space)
        solve = eval("made", space)
        """),
    honest("a walrus, a match and a comprehension", """
        def solve(nums, k):
            match k:
                case 0: return []
                case n if (found := sorted(nums)): return [x for x in found[:n]]
        """),
)  # fmt: skip

VALUES = (
    honest("a tuple", "def solve(nums, k): return tuple(sorted(nums)[:k])"),
    honest("a generator", "def solve(nums, k):\n    yield from sorted(nums)[:k]"),
    honest("a map", "def solve(nums, k): return map(int, sorted(nums)[:k])"),
    honest("a deque", "from collections import deque\ndef solve(nums, k): return deque(sorted(nums)[:k])"),
    honest("a numpy array", "import numpy as np\ndef solve(nums, k): return np.sort(np.array(nums, dtype=int))[:k]"),
    honest("numpy integers", "import numpy as np\ndef solve(nums, k): return [np.int64(n) for n in sorted(nums)[:k]]"),
    honest("a list of a class of its own", """
        class Sorted(list):
            pass
        def solve(nums, k): return Sorted(sorted(nums)[:k])
        """),
    honest("a truth of numpy", "import numpy\ndef solve(x): return numpy.bool_(x > 3)", (([7], True), ([0], False))),
    honest("a whole float", "def solve(x): return x ** 2 / 1", SQUARE),
    honest("a fraction", "from fractions import Fraction\ndef solve(x): return Fraction(x * x)", SQUARE),
    honest("a large number", "def solve(x): return 7 ** x", (([200], 7**200), ([0], 1))),
    honest("a sum of floats in another order", "def solve(x): return 0.3 + 0.2 + 0.1", (([1], 0.1 + 0.2 + 0.3),)),
    honest("a counter", "from collections import Counter\nsolve = Counter", ((["aab"], {"a": 2, "b": 1}),)),
    honest("a default dictionary with integers as keys", """
        from collections import defaultdict
        def solve(edges):
            found = defaultdict(list)
            for a, b in edges: found[a].append(b)
            return found
        """, (([[[1, 2], [1, 3]]], {"1": [2, 3]}),), integer_keys=True),
    honest("nothing", "def solve(x): pass", (([1], None),)),
    honest("half a character", "def solve(s): return s[::-1]", ((["a\ud83d"], "\ud83da"),)),
    honest("in place", "def solve(nums): nums.sort()", (([[3, 1, 2]], [1, 2, 3]),), in_place=0),
    honest("in place, by a slice", """
        class Solution:
            def solve(self, nums: list, k: int) -> None:
                nums[:] = nums[-k:] + nums[:-k]
        """, (([[1, 2, 3], 1], [3, 1, 2]),), in_place=0),
    honest("in any order", "def solve(s): return list(set(s))[::-1]", ((["abca"], ["a", "b", "c"]),),
           compare={"order": "outer"}),
    honest("LeetCode's list", """
        class Solution:
            def solve(self, head: "Optional[ListNode]") -> ListNode:
                last = None
                while head:
                    head.next, last, head = last, head, head.next
                return last
        """, REVERSED, arguments=["ListNode"], returns="ListNode"),
    honest("a list of its own class", """
        class ListNode:
            def __init__(self, x):
                self.val = x
                self.next = None
        class Solution:
            def solve(self, head):
                last = None
                while head:
                    assert type(head) is ListNode
                    node = ListNode(head.val)
                    node.next, last, head = last, node, head.next
                return last
        """, REVERSED, arguments=["ListNode"], returns="ListNode"),
    honest("LeetCode's tree, in annotations", """
        from typing import Optional
        class Solution:
            def solve(self, root: Optional[TreeNode]) -> int:
                return 0 if root is None else 1 + max(self.solve(root.left), self.solve(root.right))
        """, DEPTH, arguments=["TreeNode"]),
    honest("a tree turned around", """
        class Solution:
            def solve(self, root: TreeNode) -> TreeNode:
                if root: root.left, root.right = self.solve(root.right), self.solve(root.left)
                return root
        """, (([[4, 2, 7, 1]], [4, 7, 2, None, None, None, 1]),), arguments=["TreeNode"], returns="TreeNode"),
    honest("lists that are merged", """
        import heapq
        class Solution:
            def solve(self, lists):
                values = []
                for head in lists:
                    while head: values.append(head.val); head = head.next
                first = last = ListNode()
                for value in sorted(values):
                    last.next = ListNode(value); last = last.next
                return first.next
        """, (([[[1, 4], [], [2]]], [1, 2, 4]),), arguments=["ListNode[]"], returns="ListNode"),
)  # fmt: skip

HONEST: tuple[Case, ...] = (*WHERE, *MODULE, *VALUES)
