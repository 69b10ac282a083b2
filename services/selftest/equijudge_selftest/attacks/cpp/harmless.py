"""C++ and C programs that must not fail: everything is as under `g++ -O2 main.cpp && ./a.out`."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import ROOMY, Attack, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC = Verdict.AC
SUM = "".join(f"{number}\n" for number in range(300_000))
ALL = "#include <bits/stdc++.h>\nusing namespace std;\n"


def runs(
    slug: str, name: str, body: str, expected: str = "1\n", given: str = "", head: str = ALL, **more: object
) -> Attack:
    """A program of this body behind the header of everything."""
    return attack(
        f"cpp-{slug}", f"C++: {name}", f"{head}int main() {{ {body} }}\n", AC, tests=((given, expected),), **more
    )


_CPP17 = (
    runs("all-headers", "the header of everything", "cout << 1 << endl;"),
    runs("wide-integers", "__int128", "__int128 wide = (__int128)1 << 100; cout << (long long)(wide >> 70) << endl;",
         "1073741824\n"),
    runs("pragmas", "pragmas that optimise, before the headers",
         'vector<int> v(1000, 1); cout << accumulate(v.begin(), v.end(), 0) << " " << __builtin_popcount(255) << endl;',
         "1000 8\n", head='#pragma GCC optimize("O3,unroll-loops")\n#pragma GCC target("avx2,bmi,bmi2,lzcnt,popcnt")\n'
         + ALL),
    runs("fast-math-pragma", "the pragma Ofast", 'printf("%.3f\\n", sqrt(2.0));', "1.414\n",
         head='#pragma GCC optimize("Ofast")\n' + ALL),
    runs("byte-order-mark", "a byte order mark", "puts(\"1\");", head="\ufeff" + ALL),
    attack("cpp-carriage-returns", "C++: source with carriage returns, continued lines too",
           '#include <cstdio>\r\n#define SAY(x) \\\r\n    puts(x)\r\nint main() {\r\n    SAY("1");\r\n}\r\n', AC),
    attack("cpp-no-final-newline", "C++: source without a final newline",
           '#include <cstdio>\nint main() { puts("1"); }', AC),
    runs("unsynchronised-input", "big input by unsynchronised streams",
         "ios::sync_with_stdio(false); cin.tie(nullptr); long long sum = 0, x; while (cin >> x) sum += x; cout << "
         "sum << '\\n';",
         "44999850000\n", SUM),
    runs("scanf-input", "big input by scanf", 'long long sum = 0, x; while (scanf("%lld", &x) == 1) sum += x; '
         'printf("%lld\\n", sum);',
         "44999850000\n", SUM),
    runs("getchar-input", "big input by getchar_unlocked and fread",
         'static char text[1 << 22]; size_t n = fread(text, 1, 1 << 22, stdin); long long sum = 0, x = 0;'
         'for (size_t i = 0; i < n; i++) if (text[i] == \'\\n\') sum += x, x = 0; else x = x * 10 + text[i] - 48;'
         'printf("%lld %d\\n", sum, getchar_unlocked());', "44999850000 -1\n", SUM),
    runs("mapped-input", "big input by mapping standard input",
         'struct stat facts; fstat(0, &facts); char *text = (char *)mmap(0, facts.st_size, PROT_READ, MAP_PRIVATE, '
         '0, 0);'
         'cout << count(text, text + facts.st_size, \'\\n\') << endl;', "300000\n", SUM,
         head=ALL + "#include <sys/mman.h>\n#include <sys/stat.h>\n"),
    runs("endl-output", "a hundred thousand flushed lines", "for (int i = 0; i < 100000; i++) cout << i << endl;",
         "".join(f"{number}\n" for number in range(100_000)), limits=ROOMY),
    runs("threads", "threads, mutexes, futures and thread-local variables", """
        static thread_local int own = 1; mutex lock; int sum = 0; vector<thread> all; once_flag once;
        for (int i = 0; i < 8; i++) all.emplace_back([&] { call_once(once, [&] { sum += 100; });
            for (int k = 0; k < 1000; k++) { lock_guard<mutex> held(lock); sum += own; } });
        for (auto &each : all) each.join();
        condition_variable ready; promise<int> told; auto other = async(launch::async, [&] {
            return told.get_future().get() + 1; });
        told.set_value(41);
        cout << sum << " " << other.get() << endl;
        """, "8100 42\n"),
    runs("shared-mutex", "locks of libraries that are linked statically",
         "shared_mutex lock; shared_lock<shared_mutex> held(lock); recursive_timed_mutex other;"
         "cout << other.try_lock_for(chrono::seconds(1)) << endl;"),
    runs("openmp-pragma", "a pragma of OpenMP that nothing turns on", "\n#pragma omp parallel for\nfor (int i = 0; i "
         "< 9; i++);\nputs(\"1\");"),
    runs("integers-of-64-bits", "64-bit arithmetic", 'long long a = 3037000499LL; unsigned long long b = -1ULL;'
         'cout << a * a - 1 << " " << b << " " << a % -7 << " " << (1LL << 62) << endl;',
         "9223372030926249000 18446744073709551615 1 4611686018427387904\n"),
    runs("long-double", "long double has more bits", 'printf("%.3Lf %d\\n", (long double)(1ULL << 63) + 0.5L, '
         'LDBL_MANT_DIG);',
         "9223372036854775808.500 64\n"),
    runs("utf-8-output", "UTF-8 output, and UTF-8 in names", 'string größe = u8"größe 漢字 🂡"; cout << größe << " " << '
         'größe.size() << endl;',
         "größe 漢字 🂡 19\n"),
    runs("locale", "the locale of the environment, and wide output",
         'locale::global(locale("")); setlocale(LC_ALL, ""); wcout.imbue(locale()); wcout << L"größe" << endl;',
         "größe\n"),
    runs("deep-recursion", "recursion a million deep", """
        function<long(long)> none; struct Deep { static long of(long n) { volatile long keep = n;
            return n ? of(n - 1) + (keep > 0) : 0; } };
        cout << Deep::of(1000000) << endl;
        """, "1000000\n", limits=ROOMY),
    runs("large-local-array", "a local array of a hundred megabytes", "int held[25 << 20]; memset(held, 1, sizeof "
         "held);"
         "cout << (held[77] == 0x01010101) << endl;", limits=ROOMY),
    runs("large-global-array", "a global array of a hundred megabytes",
         "memset(held, 1, sizeof held); cout << (held[77] == 0x01010101) << endl;", head=ALL + "int held[25 << 20];\n"),
    runs("gnu-containers", "trees and ropes of GNU's", "ordered s; for (int i : {5, 1, 3}) s.insert(i);"
         "__gnu_cxx::rope<char> r(\"ab\"); r.push_back('c'); cout << *s.find_by_order(1) << s.order_of_key(5) << r "
         "<< endl;", "32abc\n",
         head=ALL + "#include <ext/pb_ds/assoc_container.hpp>\n#include <ext/rope>\nusing namespace __gnu_pbds;\n"
         "typedef tree<int, null_type, less<int>, rb_tree_tag, tree_order_statistics_node_update> ordered;\n"),
    attack("cpp-redefined-int", "C++: int defined as long long",
           ALL + "#define int long long\nsigned main() { int a = 1LL << 40; cout << a << endl; }\n", AC, tests=(("",
           "1099511627776\n"),)),
    runs("random-device", "random devices and clocks", "random_device seed; mt19937_64 draws(seed() ^ "
         "chrono::steady_clock::now()"
         ".time_since_epoch().count()); srand(time(0)); cout << (draws() != draws()) << endl;"),
    runs("regular-expressions", "regular expressions", 'cout << regex_match("aab", regex("a+b")) << endl;'),
    runs("exceptions", "exceptions that are caught", 'try { vector<int>().at(3); } catch (const exception &) { cout '
         '<< 1 << endl; }'),
    runs("pause-command", "system(\"pause\") at the end", 'cout << 1 << endl; system("pause");'),
    runs("files-by-define", "files that are opened only elsewhere than on a judge",
         '\n#ifndef ONLINE_JUDGE\nfreopen("input.txt", "r", stdin);\n#endif\nint x; cin >> x; cout << x << endl;',
         given="1\n"),
    runs("extensions", "arrays of variable length, statement expressions, designated initialisers, ranges of cases", """
        int n = 3; int held[n]; held[0] = ({ int x = 1; x; }); struct P { int x, y; } p = {.x = 1, .y = 2};
        switch (p.y) { case 1 ... 5: cout << held[0] << endl; }
        """),
    runs("argument-names", "the program has a name and no arguments", "puts(program_invocation_name[0] ? \"1\" : "
         "\"2\");"),
    attack("cpp-arguments", "C++: main has one argument", '#include <cstdio>\nint main(int n, char **) { '
           'printf("%d\\n", n); }\n', AC),
    attack("cpp-input-and-output-files", "C++: input and output files",
           ALL + 'int main() { ifstream in("input.txt"); ofstream out("output.txt"); string s; in >> s; out << s << '
                 's << "\\n"; }\n',
           AC, tests=(("abc\n", "abcabc\n"),), input_file="input.txt", output_file="output.txt"),
    attack("cpp-reopened-files", "C++: standard streams reopened on the files",
           ALL + 'int main() { freopen("input.txt", "r", stdin); freopen("output.txt", "w", stdout); int x; cin >> '
                 'x; cout << x + 1; }\n',
           AC, tests=(("41\n", "42\n"),), input_file="input.txt", output_file="output.txt"),
    attack("cpp-own-allocator", "C++: a program with allocators of its own", """
        #include <cstdio>
        #include <cstdlib>
        #include <map>
        #include <new>
        static char pool[64 << 20], *at = pool;
        void *operator new(size_t size) { char *was = at; at += (size + 15) & ~15; return was; }
        void operator delete(void *) noexcept {}
        void operator delete(void *, size_t) noexcept {}
        int main() { std::map<int, int> all; for (int i = 0; i < 1000; i++) all[i] = i; printf("%d\\n", all[1]); }
        """, AC),
)  # fmt: skip
_CPP20 = (
    attack("cpp20-ranges", "C++20: ranges, concepts, spans and comparisons", """
        #include <bits/stdc++.h>
        struct P { int x, y; auto operator<=>(const P &) const = default; };
        template <std::integral T> T twice(T n) { return 2 * n; }
        int main() {
            std::vector<int> v{1, 2, 3, 4};
            int sum = 0;
            for (int x : v | std::views::filter([](int n) { return n % 2 == 0;
                }) | std::views::transform(twice<int>)) sum += x;
            std::span<int> part(v.begin() + 1, 2);
            std::cout << sum << (P{1, 2} < P{1, 3}) << part.size() << std::popcount(7u) << "\\n";
        }
        """, AC, tests=(("", "12123\n"),)),
    attack("cpp20-coroutine", "C++20: a coroutine", """
        #include <coroutine>
        #include <cstdio>
        struct Task { struct promise_type {
            Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
            std::suspend_always initial_suspend() { return {}; } std::suspend_always final_suspend() noexcept {
                return {}; }
            void return_void() {} void unhandled_exception() {} };
            std::coroutine_handle<promise_type> handle; };
        Task say() { puts("1"); co_return; }
        int main() { Task task = say(); task.handle.resume(); }
        """, AC),
)  # fmt: skip
_C = (
    attack("c-old-style", "C: old definitions, implicit declarations, gets and mathematics", """
        #include <math.h>
        #include <stdio.h>
        char *gets(char *);
        int twice(n) int n; { return 2 * n; }
        main() { char line[99]; double x; gets(line); sscanf(line, "%lf", &x);
            printf("%d %.3f\\n", twice(21), sqrt(x)); }
        """, AC, tests=(("2\n", "42 1.414\n"),)),
    attack("c-threads", "C: threads by pthread and by the standard", """
        #include <pthread.h>
        #include <stdio.h>
        #include <threads.h>
        static int count;
        static void *one(void *n) { count++; return n; }
        static int two(void *n) { count++; return 0; }
        int main() { pthread_t a; thrd_t b; pthread_create(&a, 0, one, 0); pthread_join(a, 0);
            thrd_create(&b, two, 0); thrd_join(b, 0); printf("%d\\n", count - 1); }
        """, AC),
    attack("c-complex", "C: complex numbers, generics, bits", """
        #include <complex.h>
        #include <stdio.h>
        #include <tgmath.h>
        int main(void) { double complex z = 3 + 4 * I; _Static_assert(sizeof(long) == 8, "");
            printf("%.0f %s\\n", cabs(z), _Generic(1L, long: "long", default: "other")); }
        """, AC, tests=(("", "5 long\n"),)),
)  # fmt: skip

ATTACKS = of_topic(
    Topic.HARMLESS,
    *in_language("cpp17", _CPP17),
    *in_language("cpp20", _CPP20),
    *in_language("c", _C),
)
