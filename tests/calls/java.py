"""Candidates in Java whose method is called: attacks, of which none may be right, and honest programs, which all are.

Those whose name begins with `core` are in `make test`.
"""

from __future__ import annotations

from equijudge_selftest.calls.case import CE, FIVE, LIST, MLE, NONE, OLE, RE, TEXT, TLE, TRUE, WA, attack
from equijudge_selftest.calls.honest import DEPTH, REVERSED, SMALLEST, honest
from tests.calls.cpp import BOARD, EVEN, HALVES, LONG, MERGED, SWAP, WORDS

WRITES = """static void put(String text) {
    try { java.nio.file.Files.writeString(java.nio.file.Path.of("answer"), text); } catch (Exception e) {} }
"""


def method(body: str, kind: str = "int", more: str = "") -> str:
    """A class whose method `solve` takes an int."""
    return f"class Solution {{ {WRITES} {more} public {kind} solve(int x) {{ {body} }} }}\n"


ATTACKS = (
    attack("an early end in a static initializer", """
        class Solution { static { System.exit(0); } public Integer solve(int x) { return null; } }""", WA, tests=NONE,
           reason="the process ended before"),
    attack("core a main of its own that ends well", """
        public class Main { public static void main(String[] a) { } }""", RE, tests=NONE,
           reason="defines no function"),
    attack("core an answer of its own while it is loaded", f"""
        class Solution {{ {WRITES} static {{ put("v5"); Runtime.getRuntime().halt(0); }}
            public int solve(int x) {{ return 5; }} }}""", WA, tests=TRUE),
    attack("a claim that there is no function", method('put("n"); Runtime.getRuntime().halt(0); return 0;'), RE,
           tests=NONE, reason="defines no function"),
    attack("a claim about an argument with marks of a terminal",
           method('put("a0 \\u001b[2J"); Runtime.getRuntime().halt(0); return 0;'), WA, tests=NONE,
           reason="what the call left is no value"),
    attack("an empty answer where none is expected", method('put(""); Runtime.getRuntime().halt(0); return 0;'), WA,
           tests=NONE, reason="the process ended before"),
    attack("half an answer where none is expected", method('put("v"); Runtime.getRuntime().halt(0); return 0;'), WA,
           tests=NONE),
    attack("brackets without an end", method('put("v" + "[".repeat(100000)); Runtime.getRuntime().halt(0); return 0;'),
           WA, tests=NONE, reason="what the call left is no value"),
    attack("a text of half a gigabyte", method('return "a".repeat(500_000_000);', "String"), MLE, RE, OLE, WA,
           tests=TEXT),
    attack("core a hook at the end that answers",
           method('Runtime.getRuntime().addShutdownHook(new Thread(() -> put("v5"))); return 4;'), WA, tests=FIVE),
    attack("a hook at an early end that answers",
           method('Runtime.getRuntime().addShutdownHook(new Thread(() -> put("v5"))); System.exit(0); return 5;'), WA,
           tests=TRUE),
    attack("a thread that answers later", method("""
        new Thread(() -> { try { Thread.sleep(50); } catch (InterruptedException e) { } put("v5"); }).start();
        return 4;"""), WA, tests=FIVE),
    attack("another program in its place", method("""
        try { new ProcessBuilder("/bin/true").inheritIO().start().waitFor(); } catch (Exception e) { }
        Runtime.getRuntime().halt(0); return 0;"""), WA, RE, TLE, MLE, tests=NONE),
    attack("core a class of the harness's name", method("return 5;") + """
        class EquijudgeCall { public static void main(String[] a) { System.exit(0); } }""", CE, tests=TRUE),
    attack("the target of its own", method("return 5;") + """
        interface EquijudgeTarget { String CLASS = "Solution"; }""", CE, tests=TRUE),
    attack("the harness that says it cannot", method('throw new EquijudgeCall.Unwritten("vtrue");'), RE, tests=TRUE),
    attack("the harness's limits and fields by reflection", method("""
        try { var f = EquijudgeCall.class.getDeclaredField("MOST_NODES"); f.setAccessible(true); f.set(null, 0); }
        catch (Exception e) { }
        return 4;"""), WA, tests=FIVE),
    attack("a list that holds itself", """
        class Solution { public List<Object> solve(int x) {
            List<Object> a = new ArrayList<>(); a.add(a); return a; } }""",
           WA, tests=LIST, reason="holds itself"),
    attack("core nodes that hold themselves", """
        class Solution { public ListNode solve(int x) { ListNode a = new ListNode(3); a.next = a; return a; } }""", WA,
           tests=LIST, reason="holds itself"),
    attack("a tree that holds itself", """
        class Solution { public TreeNode solve(int x) { TreeNode a = new TreeNode(3); a.right = a; return a; } }""", WA,
           tests=LIST, reason="holds itself"),
    attack("lists a thousand deep", """
        class Solution { public List<Object> solve(int x) { List<Object> a = new ArrayList<>();
            for (int i = 0; i < 1000; i++) { a = new ArrayList<>(List.of(a)); } return a; } }""", WA, tests=LIST,
           reason="nested too deeply"),
    attack("too many elements", "class Solution { public int[] solve(int x) { return new int[5_000_000]; } }", WA,
           tests=LIST, reason="too many elements"),
    attack("a list without an end", """
        class Solution { public List<Integer> solve(int x) { return new AbstractList<>() {
            public Integer get(int i) { return i; } public int size() { return Integer.MAX_VALUE; } }; } }""", WA, MLE,
           TLE, RE, tests=LIST),
    attack("a value that says that it is equal", """
        class Solution { static class Any { public boolean equals(Object o) { return true; }
            public String toString() { return "5"; } } public Object solve(int x) { return new Any(); } }""", WA,
           tests=FIVE, reason="Any, which is no value"),
    attack("an integer where a truth value is expected", method("return 1;"), WA, tests=TRUE),
    attack("a number as its text", method('return "5";', "String"), WA, tests=FIVE),
    attack("not a number", method("return 0.0 / 0;", "double"), WA, tests=FIVE),
    attack("an exception", method("int[] a = {}; return a[x];"), RE, tests=NONE),
    attack("a fault while the class is loaded", """
        class Solution { static int[] a = new int[-1]; public int solve(int x) { return 5; } }""", RE, tests=FIVE),
    attack("an exit", method("System.exit(0); return 5;"), WA, tests=NONE),
    attack("a recursion without an end", method("return solve(x + 1) + 1;"), RE, MLE, TLE, tests=FIVE),
    attack("a loop without an end", method("while (x < 100) { x = x > 50 ? 0 : x + 1; } return 5;"), TLE, tests=FIVE),
    attack("all memory there is", method("""
        List<long[]> a = new ArrayList<>(); while (true) { a.add(new long[1 << 20]); }"""), MLE, tests=FIVE),
    attack("core no such method", "class Solution { public int other(int x) { return 5; } }", RE, tests=FIVE,
           reason="defines no function solve"),
    attack("a private method", "class Solution { private int solve(int x) { return 5; } }", RE, tests=FIVE,
           reason="defines no function solve"),
    attack("core other arguments", "class Solution { public int solve(String x) { return 5; } }", RE, tests=FIVE,
           reason="argument 0 cannot be given to solve as a java.lang.String"),
    attack("more arguments", "class Solution { public int solve(int x, int y) { return 5; } }", RE, tests=FIVE,
           reason="solve takes 2 arguments, and is called with 1"),
    attack("an argument that is too large", method("return 2L * x;", "long"), RE, tests=LONG[:1],
           reason="argument 0 cannot be given to solve as a int"),
    attack("a comment that never ends", method("return 5;") + "/*", CE, tests=FIVE),
    attack("a brace too many", method("return 5;") + "}", CE, tests=FIVE),
    attack("an escape that opens a comment before the harness", "import java.util.*; \\u002f*\n" + """
        */ public class Main { public static void main(String[] a) throws Exception {
            java.nio.file.Files.writeString(java.nio.file.Path.of("answer"), "v5"); } }""", WA, CE, RE, tests=TRUE),
    attack("the output and error streams are closed", method("System.out.close(); System.err.close(); return 4;"), WA,
           tests=FIVE),
)  # fmt: skip

SORTED = "Arrays.sort(nums); return Arrays.copyOf(nums, k);"
HONEST = (
    honest("core arrays", f"class Solution {{ public int[] solve(int[] nums, int k) {{ {SORTED} }} }}", SMALLEST),
    honest("core a package, imports of its own and a public class with a main", f"""
        package mine;

        // what is needed
        import java.util.Arrays;
        import java.util.*;

        public class Solution {{
            public static void main(String[] a) {{ System.out.println(new Solution().solve(new int[] {{1}}, 1)); }}
            public int[] solve(int[] nums, int k) {{ {SORTED} }}
        }}""", SMALLEST),
    honest("core lists of boxes, and streams", """
        class Solution { public List<Integer> solve(List<Integer> nums, Integer k) {
            return nums.stream().sorted().limit(k).collect(Collectors.toList()); } }""", SMALLEST),
    honest("wider numbers than are needed", """
        class Solution { public long[] solve(long[] nums, long k) {
            Arrays.sort(nums); return Arrays.copyOf(nums, (int) k); } }""", SMALLEST),
    honest("core an overloaded helper", """
        class Solution { boolean solve(TreeNode a, TreeNode b) { return a == null && b == null || a != null && b != null
                && a.val == b.val && solve(a.left, b.right) && solve(a.right, b.left); }
            public boolean solve(TreeNode root) { return root == null || solve(root.left, root.right); } }""",
           (([[1, 2, 2, 3, 4, 4, 3]], True), ([[1, 2, 2, None, 3, None, 3]], False))),
    honest("an overloaded method for other types", """
        class Solution { public int solve(String s) { return -1; } public int solve(int x) { return x; } }""",
           (([7], 7),)),
    honest("core nodes of its own", """
        class ListNode { int val; ListNode next; ListNode(int x) { val = x; } }
        class Solution { public ListNode solve(ListNode head) { ListNode last = null;
            while (head != null) { ListNode next = head.next; head.next = last; last = head; head = next; }
            return last; } }""", REVERSED, arguments=["ListNode"], returns="ListNode"),
    honest("core nodes that are there, described in a comment", """
        /**
         * public class TreeNode { int val; TreeNode left; TreeNode right; }
         */
        class Solution { public int solve(TreeNode root) {
            return root == null ? 0 : 1 + Math.max(solve(root.left), solve(root.right)); } }""", DEPTH,
           arguments=["TreeNode"]),
    honest("an array of nodes", """
        class Solution { public ListNode solve(ListNode[] lists) {
            PriorityQueue<ListNode> heap = new PriorityQueue<>((a, b) -> a.val - b.val);
            for (ListNode each : lists) { if (each != null) { heap.add(each); } }
            ListNode dummy = new ListNode(0), tail = dummy;
            while (!heap.isEmpty()) { tail = tail.next = heap.poll(); if (tail.next != null) { heap.add(tail.next); } }
            return dummy.next; } }""", MERGED, arguments=["ListNode[]"], returns="ListNode"),
    honest("a board that is changed in place", """
        class Solution { public void solve(char[][] board) { for (char[] row : board) { char c = row[0];
            row[0] = row[1]; row[1] = c; } } }""", BOARD, in_place=0),
    honest("a list that is changed in place", """
        class Solution { public void solve(int[] a) { int t = a[0]; a[0] = a[2]; a[2] = t; } }""", SWAP, in_place=0),
    honest("large numbers", "class Solution { public long solve(long x) { return 2 * x; } }", LONG),
    honest("numbers of any length", """
        class Solution { public BigInteger solve(BigInteger x) { return x.multiply(BigInteger.TWO); } }""",
           (([9_000_000_000_000_000_000], 18_000_000_000_000_000_000),)),
    honest("halves", "class Solution { public double solve(int x) { return x / 2.0; } }", HALVES),
    honest("texts with marks", """
        class Solution { public String[] solve(String[] words) { return Arrays.stream(words)
            .map(word -> new StringBuilder(word).reverse().toString()).toArray(String[]::new); } }""", WORDS),
    honest("a truth value", "class Solution { public boolean solve(int x) { return x % 2 == 0; } }", EVEN),
    honest("static state, inner classes and what is printed", f"""
        class Solution {{ static int calls = 0; int own; Solution() {{ own = 1; }} class Inner {{ int x = own; }}
            record Point(int x, int y) {{ }} enum Side {{ LEFT, RIGHT }} interface Walk {{ int go(int x); }}
            public int[] solve(int[] nums, int k) {{ calls += new Inner().x; System.out.println("seen " + calls);
                Walk walk = x -> x; Pair<Integer, Integer> pair = new Pair<>(walk.go(k), 1);
                k = calls == 1 ? pair.getKey() : 0; {SORTED} }} }}""", SMALLEST),
    honest("classes of common names", f"""
        class Reader {{ }} class Writer {{ }} class Node {{ int val; Node next; }} class Main {{ }} class Pair {{ }}
        class Solution {{ public int[] solve(int[] nums, int k) {{ new Reader(); new Pair(); {SORTED} }} }}""",
           SMALLEST),
    honest("an inherited method of another class", f"""
        abstract class Base {{ public int[] solve(int[] nums, int k) {{ {SORTED} }} }}
        class Solver extends Base {{ }}""", SMALLEST, class_name="Solver"),
    honest("a static method that may throw", f"""
        class Solution {{ static int[] solve(int[] nums, int k) throws Exception {{ {SORTED} }} }}""", SMALLEST),
    honest("maps and lists of lists", """
        class Solution {
            public Map<String, Integer> solve(Map<String, List<Integer>> groups, List<List<Integer>> pairs) {
            Map<String, Integer> found = new TreeMap<>();
            groups.forEach((name, each) -> found.put(name, each.size() + pairs.get(0).get(1))); return found; } }""",
           (([{"a": [1, 2], "b": []}, [[1, 5]]], {"a": 7, "b": 5}),)),
    honest("no result where none is expected", "class Solution { public void solve(int x) { } }", NONE),
)  # fmt: skip
