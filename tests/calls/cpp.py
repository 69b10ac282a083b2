"""Candidates in C++ whose function is called: attacks, of which none may be right, and honest programs, which all are.

Those whose name begins with `core` are in `make test`.
"""

from __future__ import annotations

from equijudge_selftest.calls.case import CE, FIVE, LIST, MLE, NONE, OLE, RE, TEXT, TLE, TRUE, WA, Tests, attack
from equijudge_selftest.calls.honest import DEPTH, REVERSED, SMALLEST, honest

CLASS = "class Solution { public: "
END = "};\n"
WRITES = """#include <unistd.h>
void put(const char *text) {
    int answer = equijudge_calls::given.answer;
    if (ftruncate(answer, 0) || pwrite(answer, text, strlen(text), 0) < 0) abort();
}
"""
LONG: Tests = (([3_000_000_000], 6_000_000_000), ([-3], -6))
BOARD: Tests = (([[["a", "b"], ["c", "."]]], [["b", "a"], [".", "c"]]),)
HALVES: Tests = (([5], 2.5), ([4], 2.0))
WORDS: Tests = (([["ab", 'q"\\ä', ""]], ["ba", '\u00e4\\"q', ""]),)
EVEN: Tests = (([4], True), ([3], False))
MERGED: Tests = (([[[1, 4], [2], []]], [1, 2, 4]),)
SWAP: Tests = (([[1, 2, 3]], [3, 2, 1]),)

ATTACKS = (
    attack("core an early end in a static constructor", f"""
        static int init = [] {{ _Exit(0); return 0; }}();
        {CLASS} int solve(int x) {{ return 5; }} {END}""", WA, tests=NONE, reason="the process ended before"),
    attack("core a program of its own that ends well", "int main() { return 0; }", CE, tests=NONE),
    attack("core an answer of its own while it is loaded", f"""
        {WRITES}
        static int init = [] {{ put("v5"); _Exit(0); return 0; }}();
        {CLASS} int solve(int x) {{ return 5; }} {END}""", WA, tests=TRUE),
    attack("a claim that there is no function", f"""
        {WRITES}
        {CLASS} void solve(int x) {{ put("n"); _Exit(0); }} {END}""", RE, tests=NONE,
           reason="defines no function"),
    attack("a claim about an argument with marks of a terminal", f"""
        {WRITES}
        {CLASS} void solve(int x) {{ put("a0 \\x1b[2J"); _Exit(0); }} {END}""", WA, tests=NONE,
           reason="what the call left is no value"),
    attack("an empty answer where none is expected", f"""
        {WRITES}
        {CLASS} void solve(int x) {{ put(""); _Exit(0); }} {END}""", WA, tests=NONE,
           reason="the process ended before"),
    attack("half an answer where none is expected", f"""
        {WRITES}
        {CLASS} void solve(int x) {{ put("v"); _Exit(0); }} {END}""", WA, tests=NONE),
    attack("brackets without an end", f"""
        {WRITES}
        {CLASS} void solve(int x) {{ put(("v" + string(100000, '[')).c_str()); _Exit(0); }} {END}""", WA,
           tests=NONE, reason="what the call left is no value"),
    attack("an answer of a gigabyte", f"""
        {CLASS} string solve(int x) {{ return string(1u << 30, 'a'); }} {END}""", MLE, RE, OLE, WA, tests=TEXT),
    attack("an answer written by a child afterwards", f"""
        #include <unistd.h>
        {WRITES}
        {CLASS} int solve(int x) {{ if (!fork()) {{ usleep(200000); put("v5"); }} return 4; }} {END}""", WA,
           tests=FIVE),
    attack("core answers on every descriptor", f"""
        #include <unistd.h>
        {CLASS} int solve(int x) {{ for (int i = 0; i < 99; i++) write(i, "v5", 2); return 4; }} {END}""", WA,
           tests=FIVE),
    attack("descriptors that are closed", f"""
        #include <unistd.h>
        {CLASS} int solve(int x) {{ for (int i = 0; i < 99; i++) close(i); return 5; }} {END}""", WA, tests=FIVE,
           reason="the process ended before"),
    attack("a function at the exit that answers", f"""
        {WRITES}
        static int init = atexit([] {{ put("v5"); }});
        {CLASS} int solve(int x) {{ return 4; }} {END}""", WA, tests=FIVE),
    attack("a destructor that answers", f"""
        {WRITES}
        struct Last {{ ~Last() {{ put("v5"); }} }} last;
        {CLASS} int solve(int x) {{ return 4; }} {END}""", WA, tests=FIVE),
    attack("a thread that answers later", f"""
        {WRITES}
        {CLASS} int solve(int x) {{
            thread([] {{ this_thread::sleep_for(50ms); put("v5"); }}).detach(); return 4; }} {END}""", WA,
           tests=FIVE),
    attack("another program in its place", f"""
        #include <unistd.h>
        {CLASS} void solve(int x) {{ execl("/bin/true", "true", nullptr); _Exit(0); }} {END}""", WA, RE, tests=NONE),
    attack("core the harness included once more", f"""
        #include "main.cpp"
        {CLASS} int solve(int x) {{ return 5; }} {END}""", CE, tests=TRUE),
    attack("core a namespace that never ends", f"""
        namespace mine {{
        {CLASS} int solve(int x) {{ return 5; }} {END}""", CE, tests=TRUE),
    attack("a brace too many", "} class Solution { public: int solve(int x) { return 5; } };", CE, tests=TRUE),
    attack("lines that are left out to the end", f"{CLASS} int solve(int x) {{ return 5; }} {END}\n#if 0\n", CE,
           tests=TRUE),
    attack("a comment that never ends", f"{CLASS} int solve(int x) {{ return 5; }} {END}/*", CE, tests=TRUE),
    attack("core every word a macro of its own", f"""
        #define Solution int
        #define solve 5
        #define main solve
        #define equijudge_calls std
        {CLASS} int f(int x) {{ return 5; }} {END}""", CE, tests=TRUE),
    attack("the entry under its own name again", f"""
        #undef main
        int main() {{ _Exit(0); }}
        {CLASS} int solve(int x) {{ return 5; }} {END}""", CE, tests=NONE),
    attack("the harness's own function", f"""
        namespace equijudge_calls {{ void run() {{ leave("vnull"); }} }}
        {CLASS} int solve(int x) {{ return 5; }} {END}""", CE, tests=NONE),
    attack("the harness's leave in its own place", f"""
        using namespace equijudge_calls;
        static int init = [] {{ leave("vnull"); return 0; }}();
        {CLASS} int solve(int x) {{ return 5; }} {END}""", WA, tests=TRUE),
    attack("lines that are another file's", f"""
        #line 1 "/etc/shadow"
        {CLASS} int solve(int x) {{ retrun 5; }} {END}""", CE, tests=TRUE),
    attack("a file of the system's in the source", f"""
        const char *text =
        #include "/etc/passwd"
        ;
        {CLASS} string solve(int x) {{ return text; }} {END}""", CE, tests=TEXT),
    attack("what is said of tests in assembler", f"""
        asm(".global main\\nmain: mov $60, %eax\\nxor %edi, %edi\\nsyscall");
        {CLASS} int solve(int x) {{ return 5; }} {END}""", CE, tests=NONE),
    attack("a start of its own", f"""
        extern "C" void _start() {{ asm("mov $60, %eax\\nxor %edi, %edi\\nsyscall"); }}
        {CLASS} int solve(int x) {{ return 5; }} {END}""", CE, WA, tests=NONE),
    attack("a write of its own", f"""
        extern "C" size_t fwrite(const void *, size_t, size_t n, FILE *) {{ return n; }}
        {CLASS} void solve(int x) {{}} {END}""", CE, WA, tests=LIST),
    attack("core a list that holds itself", f"""
        {CLASS} ListNode *solve(vector<int>) {{ auto *n = new ListNode(3); n->next = n; return n; }} {END}""", WA,
           reason="holds itself"),
    attack("a tree that holds itself", f"""
        {CLASS} TreeNode *solve(vector<int>) {{ auto *n = new TreeNode(3); n->left = n; return n; }} {END}""", WA,
           reason="holds itself"),
    attack("nodes that are no memory", f"""
        {CLASS} ListNode *solve(vector<int>) {{ return (ListNode *)0x10; }} {END}""", RE),
    attack("core too many elements", f"""
        {CLASS} vector<bool> solve(int x) {{ return vector<bool>(5000000); }} {END}""", WA, tests=LIST,
           reason="too many elements"),
    attack("a value of a class of its own that converts to anything", f"""
        struct Any {{ template <class T> operator T() const {{ return T(); }}
            bool operator==(int) const {{ return true; }} }};
        {CLASS} Any solve(int x) {{ return {{}}; }} {END}""", WA, tests=FIVE, reason="the call gave a Any"),
    attack("core an integer where a truth value is expected",
           f"{CLASS} int solve(int x) {{ return 1; }} {END}", WA, tests=TRUE),
    attack("a number as its text", f'{CLASS} string solve(int x) {{ return "5"; }} {END}', WA, tests=FIVE),
    attack("not a number", f"{CLASS} double solve(int x) {{ return 0.0 / 0.0; }} {END}", WA, tests=FIVE),
    attack("an exception", f'{CLASS} int solve(int x) {{ throw out_of_range("x"); }} {END}', RE, tests=NONE),
    attack("an exit", f"{CLASS} int solve(int x) {{ exit(0); }} {END}", WA, tests=NONE),
    attack("a recursion without an end", f"""
        {CLASS} int solve(int x) {{ volatile char a[4096]; a[0] = x; return solve(x + 1) + a[0]; }} {END}""", RE, MLE,
           TLE, tests=FIVE),
    attack("a loop without an end", f"{CLASS} int solve(int x) {{ for (volatile int i = 0;; i++); }} {END}", TLE,
           tests=FIVE),
    attack("core no such function", f"{CLASS} int other(int x) {{ return 5; }} {END}", CE, tests=FIVE),
    attack("a function that is private", "class Solution { int solve(int x) { return 5; } };", CE, tests=FIVE),
    attack("core other arguments", f"{CLASS} int solve(string x) {{ return 5; }} {END}", RE, tests=FIVE,
           reason="argument 0 cannot be given to solve as a std::"),
    attack("core more arguments", f"{CLASS} int solve(int x, int y) {{ return 5; }} {END}", RE, tests=FIVE,
           reason="solve takes 2 arguments, and is called with 1"),
    attack("an argument that is too large", f"{CLASS} long long solve(int x) {{ return 2LL * x; }} {END}", RE,
           tests=LONG[:1], reason="argument 0 cannot be given to solve as a int"),
    attack("an argument of a type that nothing is read into", f"""
        struct Own {{}};
        {CLASS} int solve(Own x) {{ return 5; }} {END}""", RE, tests=FIVE, reason="as a Own"),
)  # fmt: skip

HONEST = (
    honest("core references and copies", f"""
        {CLASS} vector<int> solve(const vector<int> &nums, int k) {{
            vector<int> a = nums; sort(a.begin(), a.end()); a.resize(k); return a; }} {END}""", SMALLEST),
    honest("core int is long long, and a main of its own", """
        #include <bits/stdc++.h>
        using namespace std;
        #define int long long
        #define all(x) x.begin(), x.end()
        class Solution { public: vector<int> solve(vector<int> nums, int k) {
            sort(all(nums)); nums.resize(k); return nums; } };
        signed main() { Solution s; vector<int> a{2, 1}; cout << s.solve(a, 1)[0]; return 0; }""", SMALLEST),
    honest("macros for the words of the language", f"""
        #define double long double
        #define auto const auto
        #define vector std::vector
        {CLASS} vector<int> solve(vector<int> &nums, int k) {{ sort(nums.begin(), nums.end());
            return vector<int>(nums.begin(), nums.begin() + k); }} {END}""", SMALLEST),
    honest("core an overloaded helper, by the types that the problem says", f"""
        {CLASS} bool solve(TreeNode *a, TreeNode *b) {{ return !a && !b || a && b && a->val == b->val
            && solve(a->left, b->right) && solve(a->right, b->left); }}
        bool solve(TreeNode *root) {{ return !root || solve(root->left, root->right); }} {END}""",
           (([[1, 2, 2, 3, 4, 4, 3]], True), ([[1, 2, 2, None, 3, None, 3]], False)), arguments=["TreeNode"],
           returns="bool"),
    honest("an overloaded function of wide integers", f"""
        {CLASS} long long solve(vector<long long> &a, int) {{ return 0; }}
        long long solve(vector<long long> &a) {{ return a[0] * 2; }} {END}""", (([[3_000_000]], 6_000_000),),
           arguments=["int[]"], returns="int"),
    honest("a template", f"""
        {CLASS} template <class T> T solve(vector<T> &a) {{ return a[0]; }} {END}""", (([[7]], 7),),
           arguments=["int[]"]),
    honest("a parameter that need not be given", f"""
        {CLASS} int solve(int x, int y = 3) {{ return x + y; }} {END}""", (([7], 10),), arguments=["int"]),
    honest("core nodes of its own", """
        struct ListNode { int val; ListNode *next; ListNode(int x) : val(x), next(NULL) {} };
        struct Solution { ListNode *solve(ListNode *head) { ListNode *last = NULL;
            while (head) { auto *next = head->next; head->next = last; last = head; head = next; } return last; } };
        """, REVERSED, arguments=["ListNode"], returns="ListNode"),
    honest("core nodes that are there, described in a comment", f"""
        /**
         * struct TreeNode {{ int val; TreeNode *left; TreeNode *right; }};
         */
        {CLASS} int solve(TreeNode *root) {{
            return root ? 1 + max(solve(root->left), solve(root->right)) : 0; }} {END}""", DEPTH,
           arguments=["TreeNode"]),
    honest("lists of nodes", f"""
        {CLASS} ListNode *solve(vector<ListNode *> &lists) {{
            auto more = [](ListNode *a, ListNode *b) {{ return a->val > b->val; }};
            priority_queue<ListNode *, vector<ListNode *>, decltype(more)> heap(more);
            for (auto *each : lists) if (each) heap.push(each);
            ListNode dummy, *tail = &dummy;
            while (heap.size()) {{ tail = tail->next = heap.top(); heap.pop(); if (tail->next) heap.push(tail->next); }}
            return dummy.next; }} {END}""", MERGED, arguments=["ListNode[]"], returns="ListNode"),
    honest("core a board that is changed in place", f"""
        {CLASS} void solve(vector<vector<char>> &board) {{ for (auto &row : board) reverse(row.begin(), row.end()); }}
        {END}""", BOARD, in_place=0),
    honest("a list in place, and a copy that changes nothing", f"""
        {CLASS} void solve(vector<int> &a) {{ reverse(a.begin(), a.end()); }} {END}""", SWAP, in_place=0),
    honest("core large numbers", f"{CLASS} long long solve(long long x) {{ return 2 * x; }} {END}", LONG),
    honest("numbers beyond 62 bits", f"""
        {CLASS} unsigned long long solve(long long x) {{ return 2ULL * x; }} {END}""",
           (([9_000_000_000_000_000_000], 18_000_000_000_000_000_000),)),
    honest("halves", f"{CLASS} double solve(int x) {{ return x / 2.0; }} {END}", HALVES),
    honest("core texts with marks", f"""
        {CLASS} vector<string> solve(vector<string> &words) {{ vector<string> found;
            for (auto &word : words) {{ string made;
                for (size_t i = word.size(); i > 0;) {{ size_t n = 1;
                    while ((word[i - n] & 0xC0) == 0x80) n++;
                    i -= n; made += word.substr(i, n); }}
                found.push_back(made); }}
            return found; }} {END}""", WORDS),
    honest("a truth value as an integer, where the problem says so",
           f"{CLASS} int solve(int x) {{ return x % 2 == 0; }} {END}", EVEN, returns="bool"),
    honest("static state, a quick start and a report at the exit", """
        static const int quick = [] { ios::sync_with_stdio(false); cin.tie(nullptr); cout.tie(nullptr); return 0; }();
        auto report = atexit([] { ofstream("display_runtime.txt") << "0"; });
        int calls = 0;
        #pragma GCC optimize("O3,unroll-loops")
        class Solution { static int seen; int own = 0; public: Solution() { own = 1; }
            vector<int> solve(vector<int> &nums, int k) { cout << "seen" << endl; ++calls; seen += own;
                sort(nums.begin(), nums.end()); nums.resize(seen == calls ? k : 0); return nums; } };
        int Solution::seen = 0;""", SMALLEST),
    honest("prints before it begins, and while it is called", f"""
        static int init = [] {{ puts("hello"); fflush(stdout); cout << "hello" << endl; return 0; }}();
        {CLASS} vector<int> solve(vector<int> nums, int k) {{ printf("%d\\n", k); cerr << k;
            sort(nums.begin(), nums.end()); nums.resize(k); return nums; }} {END}""", SMALLEST),
    honest("helpers of common names", f"""
        int read(int x) {{ return x; }}
        int leave = 3, given[100], call_method = 0, store = 1, links = 2, maps = 3, method = 4;
        struct Reader {{ int run(int x) {{ return x; }} }}; struct Writer {{}}; struct target {{}}; struct types {{}};
        namespace helper {{ struct Node {{ int val; }}; }}
        template <class T> void write(const T &) {{}}
        {CLASS} struct Node {{ int val; Node *next; }}; vector<int> solve(vector<int> &nums, int k) {{
            write(nums); sort(nums.begin(), nums.end()); nums.resize(read(k)); return nums; }} {END}""", SMALLEST),
    honest("another class, const and noexcept", """
        struct Base { vector<int> solve(vector<int> nums, int k) const noexcept {
            sort(nums.begin(), nums.end()); nums.resize(k); return nums; } };
        class Solver final : public Base {};
        """, SMALLEST, class_name="Solver"),
    honest("a function", """
        vector<int> solve(vector<int> nums, int k) { sort(nums.begin(), nums.end()); nums.resize(k); return nums; }
        """, SMALLEST),
    honest("a static function", f"""
        {CLASS} static vector<int> solve(vector<int> &&nums, size_t k) {{
            sort(nums.begin(), nums.end()); nums.resize(k); return move(nums); }} {END}""", SMALLEST),
    honest("sets, maps, pairs and what may be missing", f"""
        {CLASS} map<string, int> solve(unordered_map<string, vector<int>> groups, vector<pair<int, int>> pairs) {{
            map<string, int> found; for (auto &[name, each] : groups) found[name] = each.size() + pairs[0].second;
            return found; }} {END}""", (([{"a": [1, 2], "b": []}, [[1, 5]]], {"a": 7, "b": 5}),)),
    honest("no result where none is expected", f"{CLASS} void solve(int x) {{}} {END}", NONE),
)  # fmt: skip
