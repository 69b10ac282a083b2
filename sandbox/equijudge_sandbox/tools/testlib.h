/* What checkers and interactors written for testlib include, written anew from testlib's documented interface.
 *
 * The original, by Mike Mirzayanov, lies in no package registry; bring it beside a checker where its own behaviour to
 * the letter is wanted. What is here and what is not: docs/testlib.md. One file, since a checker includes one file.
 *
 * Who is blamed. A checker reads three streams: inf (the test's input), ouf (the program's output), ans (the judges'
 * answer). A fault found while reading ouf is the program's: wrong answer, or wrong output format. The same fault found
 * in inf or ans, and any end asked of these but _fail, is the judges': FAIL, exit code 3, never the program's.
 *
 * No promise is kept of testlib's random sequences: `rnd` has its interface, is deterministic, and draws other numbers.
 */
#ifndef EQUIJUDGE_TESTLIB_H
#define EQUIJUDGE_TESTLIB_H
#define _TESTLIB_H_ /* by this name some sources ask whether testlib is there */

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cerrno>
#include <climits>
#include <cmath>
#include <csignal>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#define VERSION "0.9.45-equijudge"

#ifndef OK_EXIT_CODE
#define OK_EXIT_CODE 0
#endif
#ifndef WA_EXIT_CODE
#define WA_EXIT_CODE 1
#endif
#ifndef PE_EXIT_CODE
#define PE_EXIT_CODE 2
#endif
#ifndef FAIL_EXIT_CODE
#define FAIL_EXIT_CODE 3
#endif
#ifndef DIRT_EXIT_CODE
#define DIRT_EXIT_CODE 4
#endif
#ifndef POINTS_EXIT_CODE
#define POINTS_EXIT_CODE 7
#endif
#ifndef UNEXPECTED_EOF_EXIT_CODE
#define UNEXPECTED_EOF_EXIT_CODE 8
#endif
#ifndef PC_BASE_EXIT_CODE
#define PC_BASE_EXIT_CODE 0
#endif

#define LF ((char)10)
#define CR ((char)13)
#define TAB ((char)9)
#define SPACE ((char)' ')
#define EOFC (-1)

#define NORETURN __attribute__((noreturn))
#define TESTLIB_FORMAT(text, values) __attribute__((format(printf, text, values)))

enum TResult {
    _ok = 0,
    _wa = 1,
    _pe = 2,
    _fail = 3,
    _dirt = 4,
    _points = 5,
    _unexpected_eof = 8,
    _partially = 16 /* and what _pc adds */
};
#define _pc(exitCode) (TResult(_partially + (exitCode)))

enum TMode { _input, _output, _answer };
enum TTestlibMode { _unknown, _checker, _validator, _generator, _interactor, _scorer };

/* --- texts. Templates, so that a source may have functions of its own by these names: checkers that were written for
 * an older testlib do, and theirs are taken. */
#define TESTLIB_YIELDS template <typename = void>

inline std::string testlib_vformat(const char *text, va_list values)
{
    va_list again;
    va_copy(again, values);
    int size = vsnprintf(nullptr, 0, text, values);
    std::string made(size > 0 ? (size_t)size : 0, '\0');
    if (size > 0)
        vsnprintf(&made[0], (size_t)size + 1, text, again);
    va_end(again);
    return made;
}

TESTLIB_FORMAT(1, 2) inline std::string testlib_format_(const char *text, ...)
{
    va_list values;
    va_start(values, text);
    std::string made = testlib_vformat(text, values);
    va_end(values);
    return made;
}
#define testlib_format testlib_format_

TESTLIB_FORMAT(1, 2) inline std::string format(const char *text, ...)
{
    va_list values;
    va_start(values, text);
    std::string made = testlib_vformat(text, values);
    va_end(values);
    return made;
}

inline std::string format(const std::string text, ...)
{
    va_list values;
    va_start(values, text);
    std::string made = testlib_vformat(text.c_str(), values);
    va_end(values);
    return made;
}

template <typename T> std::string vtos(const T &value)
{
    if constexpr (std::is_same<T, bool>::value) {
        return value ? "true" : "false";
    } else {
        std::ostringstream made;
        made << std::setprecision(17) << value;
        return made.str();
    }
}
template <typename T> std::string toString(const T &value) { return vtos(value); }

/* A text that may be long, at most 64 characters of it: its beginning and its end. */
TESTLIB_YIELDS inline std::string compress(const std::string &text)
{
    return text.size() <= 64 ? text : text.substr(0, 30) + "..." + text.substr(text.size() - 31);
}

/* The same with what no terminal should get put as a question mark: a program's output may hold any bytes. */
inline std::string testlib_part(const std::string &text)
{
    std::string part = compress(text);
    for (char &each : part)
        if ((unsigned char)each < 32 || each == 127)
            each = '?';
    return part;
}

TESTLIB_YIELDS inline std::string englishEnding(int number)
{
    number = std::abs(number % 100);
    if (number / 10 == 1)
        return "th";
    return number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th";
}

TESTLIB_YIELDS inline std::string upperCase(std::string text)
{
    for (char &each : text)
        if ('a' <= each && each <= 'z')
            each = (char)(each - 'a' + 'A');
    return text;
}

TESTLIB_YIELDS inline std::string lowerCase(std::string text)
{
    for (char &each : text)
        if ('A' <= each && each <= 'Z')
            each = (char)(each - 'A' + 'a');
    return text;
}

TESTLIB_YIELDS inline bool isEof(int c) { return c == EOFC; }
TESTLIB_YIELDS inline bool isEoln(int c) { return c == LF || c == CR; }
TESTLIB_YIELDS inline bool isBlanks(int c) { return c == LF || c == CR || c == SPACE || c == TAB; }

TESTLIB_YIELDS inline std::string trim(const std::string &text)
{
    size_t first = 0, behind = text.size();
    while (first < behind && isBlanks(text[first]))
        first++;
    while (behind > first && isBlanks(text[behind - 1]))
        behind--;
    return text.substr(first, behind - first);
}

/* Between the separators, empty texts too. */
TESTLIB_YIELDS inline std::vector<std::string> split(const std::string &text, const std::string &separators)
{
    std::vector<std::string> parts(1);
    for (char each : text)
        if (separators.find(each) != std::string::npos)
            parts.emplace_back();
        else
            parts.back() += each;
    return parts;
}
TESTLIB_YIELDS inline std::vector<std::string> split(const std::string &text, char separator)
{
    return split(text, std::string(1, separator));
}

/* The same without empty texts. */
TESTLIB_YIELDS inline std::vector<std::string> tokenize(const std::string &text, const std::string &separators)
{
    std::vector<std::string> parts = split(text, separators);
    parts.erase(std::remove(parts.begin(), parts.end(), std::string()), parts.end());
    return parts;
}
TESTLIB_YIELDS inline std::vector<std::string> tokenize(const std::string &text, char separator)
{
    return tokenize(text, std::string(1, separator));
}

template <typename Iterator, typename Separator> std::string join(Iterator first, Iterator last, Separator separator)
{
    std::ostringstream made;
    for (bool later = false; first != last; ++first, later = true) {
        if (later)
            made << separator;
        made << *first;
    }
    return made.str();
}
template <typename Iterator> std::string join(Iterator first, Iterator last) { return join(first, last, ' '); }
template <typename Collection, typename Separator> std::string join(const Collection &all, Separator separator)
{
    return join(all.begin(), all.end(), separator);
}
template <typename Collection> std::string join(const Collection &all) { return join(all, ' '); }

TESTLIB_YIELDS inline std::string removeDoubleTrailingZeroes(std::string text)
{
    if (text.find('.') == std::string::npos)
        return text;
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text;
}

/* --- numbers */

/* What no error is counted for: less than what a double holds. */
inline bool testlib_is_infinite(double value) { return value > 1E300 || value < -1E300; }

/* Right when it is off by no more than the error and a hair, or than that times what is expected. */
inline bool doubleCompare(double expected, double result, double max_double_error)
{
    max_double_error += 1E-15;
    if (std::isnan(expected))
        return std::isnan(result);
    if (testlib_is_infinite(expected))
        return testlib_is_infinite(result) && (expected > 0) == (result > 0);
    if (std::isnan(result) || testlib_is_infinite(result))
        return false;
    if (std::fabs(result - expected) <= max_double_error)
        return true;
    double one = expected * (1.0 - max_double_error), other = expected * (1.0 + max_double_error);
    return result >= std::min(one, other) && result <= std::max(one, other);
}

/* The smaller of the two errors. */
inline double doubleDelta(double expected, double result)
{
    double absolute = std::fabs(result - expected);
    return std::fabs(expected) > 1E-9 ? std::min(absolute, std::fabs(absolute / expected)) : absolute;
}

/* --- random numbers: see the head of this file */

class random_t;

/* testlib's own regular expressions: characters, [a-z] sets, ( | ), and {n}, {n,m}, {n,}, *, +, ? behind any of them.
 * They are greedy and never step back. */
class pattern {
public:
    pattern(const std::string &text) : source(text)
    {
        size_t at = 0;
        root = read_choice(at);
        if (at != source.size())
            fault();
    }
    bool matches(const std::string &text) const
    {
        size_t at = 0;
        return match(root, text, at) && at == text.size();
    }
    std::string next(random_t &random) const;
    std::string src() const { return source; }

private:
    static constexpr int ENDLESS = INT_MAX;
    struct Node {
        std::vector<std::vector<Node>> choices; /* of sequences; none: a set of characters */
        std::array<bool, 256> set{};
        int least = 1, most = 1;
    };
    std::string source;
    Node root;

    NORETURN void fault() const;
    bool at_end(size_t at) const { return at >= source.size(); }

    Node read_choice(size_t &at) const
    {
        Node node;
        node.choices.emplace_back();
        while (!at_end(at) && source[at] != ')') {
            if (source[at] == '|') {
                node.choices.emplace_back();
                at++;
            } else {
                Node atom = read_atom(at);
                read_count(atom, at);
                node.choices.back().push_back(std::move(atom));
            }
        }
        return node;
    }

    char read_character(size_t &at) const
    {
        if (at_end(at))
            fault();
        if (source[at] == '\\' && ++at >= source.size())
            fault();
        return source[at++];
    }

    Node read_atom(size_t &at) const
    {
        Node node;
        if (source[at] == '(') {
            node = read_choice(++at);
            if (at_end(at) || source[at++] != ')')
                fault();
        } else if (source[at] == '[') {
            read_set(node, ++at);
        } else {
            node.set[(unsigned char)read_character(at)] = true;
        }
        return node;
    }

    void read_set(Node &node, size_t &at) const
    {
        bool inverted = !at_end(at) && source[at] == '^';
        at += inverted;
        while (!at_end(at) && source[at] != ']') {
            int first = (unsigned char)read_character(at), last = first;
            if (at + 1 < source.size() && source[at] == '-' && source[at + 1] != ']')
                last = (unsigned char)read_character(++at);
            for (int each = first; each <= last; each++)
                node.set[(size_t)each] = true;
        }
        if (at_end(at))
            fault();
        at++;
        for (size_t each = 0; inverted && each < 256; each++)
            node.set[each] = !node.set[each];
    }

    int read_number(size_t &at, int otherwise) const
    {
        long number = 0;
        size_t before = at;
        while (!at_end(at) && isdigit((unsigned char)source[at]) && number < INT_MAX / 10)
            number = number * 10 + source[at++] - '0';
        return at == before ? otherwise : (int)number;
    }

    void read_count(Node &node, size_t &at) const
    {
        if (at_end(at))
            return;
        char sign = source[at];
        if (sign == '*' || sign == '+' || sign == '?') {
            node.least = sign == '+';
            node.most = sign == '?' ? 1 : ENDLESS;
            at++;
        } else if (sign == '{') {
            node.least = node.most = read_number(++at, 0);
            if (!at_end(at) && source[at] == ',')
                node.most = read_number(++at, ENDLESS);
            if (at_end(at) || source[at++] != '}')
                fault();
        }
    }

    static bool match_once(const Node &node, const std::string &text, size_t &at)
    {
        if (node.choices.empty())
            return at < text.size() && node.set[(unsigned char)text[at]] && ++at;
        for (const std::vector<Node> &sequence : node.choices) {
            size_t from = at;
            bool fits = true;
            for (const Node &each : sequence)
                fits = fits && match(each, text, from);
            if (fits) {
                at = from;
                return true;
            }
        }
        return false;
    }

    static bool match(const Node &node, const std::string &text, size_t &at)
    {
        int times = 0;
        for (size_t before = at; times < node.most && match_once(node, text, at); before = at, times++)
            if (at == before)
                return true; /* nothing, as often as it is wanted */
        return times >= node.least;
    }

    static void generate(const Node &node, random_t &random, std::string &made);
};

class random_t {
public:
    random_t() : state(0x2545F4914F6CDD1DULL) {}

    void setSeed(int argc, char *argv[])
    {
        state = 3905348978240129619ULL;
        for (int each = 1; each < argc; each++)
            for (const char *at = argv[each]; ; at++) {
                state = (state ^ (unsigned char)*at) * 0x100000001B3ULL;
                if (!*at)
                    break;
            }
    }
    void setSeed(long long seed) { state = (unsigned long long)seed; }

    int next(int count) { return (int)below((unsigned long long)checked(count)); }
    unsigned int next(unsigned int count) { return (unsigned int)below((unsigned long long)checked(count)); }
    long next(long count) { return (long)below((unsigned long long)checked(count)); }
    unsigned long next(unsigned long count) { return (unsigned long)below((unsigned long long)checked(count)); }
    long long next(long long count) { return (long long)below((unsigned long long)checked(count)); }
    unsigned long long next(unsigned long long count) { return below(checked(count)); }
    int next(int from, int to) { return between<int>(from, to); }
    unsigned int next(unsigned int from, unsigned int to) { return between<unsigned int>(from, to); }
    long next(long from, long to) { return between<long>(from, to); }
    unsigned long next(unsigned long from, unsigned long to) { return between<unsigned long>(from, to); }
    long long next(long long from, long long to) { return between<long long>(from, to); }
    unsigned long long next(unsigned long long from, unsigned long long to)
    {
        return between<unsigned long long>(from, to);
    }
    template <typename A, typename B, typename = typename std::enable_if<std::is_arithmetic<A>::value>::type>
    decltype(A() + B()) next(A from, B to)
    {
        typedef decltype(A() + B()) Both; /* of the types above, but for float and long double */
        typedef typename std::conditional<std::is_floating_point<Both>::value, double, Both>::type Known;
        return (Both)next((Known)from, (Known)to);
    }
    double next() { return (double)(bits() >> 11) * (1.0 / 9007199254740992.0); }
    double next(double top) { return next() * top; }
    double next(double from, double to) { return from + next() * (to - from); }
    std::string next(const std::string &text) { return pattern(text).next(*this); }
    std::string next(const char *text, ...) TESTLIB_FORMAT(2, 3)
    {
        va_list values;
        va_start(values, text);
        std::string made = testlib_vformat(text, values);
        va_end(values);
        return next(made);
    }

    /* The largest of `type` + 1 draws, of a negative type the smallest. */
    template <typename T> T wnext(T count, int type)
    {
        T found = next(count);
        for (int each = 0; each < std::abs(type); each++)
            found = type > 0 ? std::max(found, next(count)) : std::min(found, next(count));
        return found;
    }
    int wnext(int from, int to, int type) { return (int)(from + wnext((long long)to - from + 1, type)); }
    long long wnext(long long from, long long to, int type) { return from + wnext(to - from + 1, type); }
    double wnext(double from, double to, int type)
    {
        double found = next();
        for (int each = 0; each < std::abs(type); each++)
            found = type > 0 ? std::max(found, next()) : std::min(found, next());
        return from + found * (to - from);
    }

    template <typename Collection> typename Collection::value_type any(const Collection &all)
    {
        return any(all.begin(), all.end());
    }
    template <typename Iterator> typename std::iterator_traits<Iterator>::value_type any(Iterator first, Iterator last)
    {
        auto at = first;
        std::advance(at, (long)below((unsigned long long)checked((long long)std::distance(first, last))));
        return *at;
    }
    template <typename Collection> typename Collection::value_type wany(const Collection &all, int type)
    {
        auto at = all.begin();
        std::advance(at, (long)wnext((long long)all.size(), type));
        return *at;
    }

    template <typename T, typename E> std::vector<E> perm(T size, E first)
    {
        std::vector<E> made;
        for (T each = 0; each < size; each++) {
            made.push_back((E)(first + (E)each));
            std::swap(made.back(), made[(size_t)below((unsigned long long)each + 1)]);
        }
        return made;
    }
    template <typename T> std::vector<T> perm(T size) { return perm(size, (T)0); }

    /* So many different numbers of [from, to], in any order. */
    template <typename T> std::vector<T> distinct(int size, T from, T to)
    {
        unsigned long long room = (unsigned long long)to - (unsigned long long)from + 1; /* 0: all that there are */
        if (size < 0 || from > to || (room && room < (unsigned long long)size))
            bad("distinct: there are not so many");
        std::set<unsigned long long> taken;
        std::vector<T> made;
        for (unsigned long long top = room - (unsigned long long)size; size-- > 0; top++) {
            unsigned long long drawn = below(top + 1);
            if (!taken.insert(drawn).second)
                taken.insert(drawn = top);
            made.push_back((T)((unsigned long long)from + drawn));
        }
        for (size_t each = made.size(); each > 1; each--)
            std::swap(made[each - 1], made[(size_t)below(each)]);
        return made;
    }
    template <typename T> std::vector<T> distinct(int size, T upper) { return distinct(size, (T)0, (T)(upper - 1)); }

    /* `size` numbers, none below `min_part`, whose sum is `sum`. */
    template <typename T> std::vector<T> partition(int size, T sum, T min_part)
    {
        if (size <= 0 || (long double)min_part * size > (long double)sum)
            bad("partition: the sum is too small for so many parts");
        T rest = (T)(sum - min_part * (T)size);
        std::vector<T> cuts(1, (T)0);
        for (int each = 1; each < size; each++)
            cuts.push_back((T)between<long long>(0, (long long)rest));
        cuts.push_back(rest);
        std::sort(cuts.begin(), cuts.end());
        std::vector<T> made;
        for (int each = 0; each < size; each++)
            made.push_back((T)(cuts[(size_t)each + 1] - cuts[(size_t)each] + min_part));
        return made;
    }
    template <typename T> std::vector<T> partition(int size, T sum) { return partition(size, sum, (T)1); }

private:
    unsigned long long state;

    NORETURN static void bad(const char *what);
    unsigned long long bits()
    {
        unsigned long long mixed = state += 0x9E3779B97F4A7C15ULL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    unsigned long long below(unsigned long long count) /* 0: of all numbers */
    {
        if (!count)
            return bits();
        unsigned long long rest = (0 - count) % count, drawn;
        do
            drawn = bits();
        while (drawn < rest);
        return drawn % count;
    }
    template <typename T> static T checked(T count)
    {
        if (!(count > 0))
            bad("next: the number of choices must be positive");
        return count;
    }
    template <typename T> T between(T from, T to)
    {
        if (from > to)
            bad("next: from is larger than to");
        return (T)((unsigned long long)from + below((unsigned long long)to - (unsigned long long)from + 1));
    }
};

inline random_t rnd;

inline std::string pattern::next(random_t &random) const
{
    std::string made;
    generate(root, random, made);
    return made;
}

inline void pattern::generate(const Node &node, random_t &random, std::string &made)
{
    if (node.most == ENDLESS)
        fprintf(stderr, "pattern: nothing can be drawn of an endless repetition\n"), exit(FAIL_EXIT_CODE);
    for (int times = random.next(node.least, node.most); times > 0; times--) {
        if (node.choices.empty()) {
            std::vector<char> all;
            for (size_t each = 0; each < 256; each++)
                if (node.set[each])
                    all.push_back((char)each);
            made += random.any(all);
        } else {
            for (const Node &each : random.any(node.choices))
                generate(each, random, made);
        }
    }
}

template <typename Iterator> void shuffle(Iterator first, Iterator last)
{
    for (auto size = last - first; size > 1; size--)
        std::iter_swap(first + (size - 1), first + (long)rnd.next((long long)size));
}

/* --- streams */

#define TESTLIB_BOUNDED(Name, Type)                                                                                   \
    Type read##Name() { return testlib_read_##Name(); }                                                               \
    Type read##Name(Type least, Type most, const std::string &name = "")                                              \
    {                                                                                                                 \
        return within(testlib_read_##Name(), least, most, name, -1);                                                  \
    }                                                                                                                 \
    std::vector<Type> read##Name##s(int size, Type least, Type most, const std::string &name = "", int first = 1)     \
    {                                                                                                                 \
        std::vector<Type> all;                                                                                        \
        for (int each = 0; each < size; each++) {                                                                     \
            separate(each);                                                                                           \
            all.push_back(within(testlib_read_##Name(), least, most, name, each + first));                            \
        }                                                                                                             \
        return all;                                                                                                   \
    }                                                                                                                 \
    std::vector<Type> read##Name##s(int size, int first = 1)                                                          \
    {                                                                                                                 \
        (void)first;                                                                                                  \
        std::vector<Type> all;                                                                                        \
        for (int each = 0; each < size; each++) {                                                                     \
            separate(each);                                                                                           \
            all.push_back(testlib_read_##Name());                                                                     \
        }                                                                                                             \
        return all;                                                                                                   \
    }

#define TESTLIB_MATCHED(Name, One)                                                                                    \
    void read##Name##To(std::string &into) { One(into); }                                                             \
    void read##Name##To(std::string &into, const pattern &wanted, const std::string &name = "")                       \
    {                                                                                                                 \
        One(into);                                                                                                    \
        must_match(into, wanted, name, -1);                                                                           \
    }                                                                                                                 \
    void read##Name##To(std::string &into, const std::string &wanted, const std::string &name = "")                   \
    {                                                                                                                 \
        read##Name##To(into, pattern(wanted), name);                                                                  \
    }                                                                                                                 \
    std::string read##Name()                                                                                          \
    {                                                                                                                 \
        std::string text;                                                                                             \
        One(text);                                                                                                    \
        return text;                                                                                                  \
    }                                                                                                                 \
    std::string read##Name(const pattern &wanted, const std::string &name = "")                                       \
    {                                                                                                                 \
        std::string text;                                                                                             \
        read##Name##To(text, wanted, name);                                                                           \
        return text;                                                                                                  \
    }                                                                                                                 \
    std::string read##Name(const std::string &wanted, const std::string &name = "")                                   \
    {                                                                                                                 \
        return read##Name(pattern(wanted), name);                                                                     \
    }                                                                                                                 \
    std::vector<std::string> read##Name##s(int size, const std::string &wanted, const std::string &name = "",         \
                                           int first = 1)                                                             \
    {                                                                                                                 \
        pattern shape(wanted);                                                                                        \
        std::vector<std::string> all((size_t)std::max(size, 0));                                                      \
        for (int each = 0; each < size; each++) {                                                                     \
            separate_texts(#Name, each);                                                                              \
            One(all[(size_t)each]);                                                                                   \
            must_match(all[(size_t)each], shape, name, each + first);                                                 \
        }                                                                                                             \
        return all;                                                                                                   \
    }                                                                                                                 \
    std::vector<std::string> read##Name##s(int size, int first = 1)                                                   \
    {                                                                                                                 \
        (void)first;                                                                                                  \
        std::vector<std::string> all((size_t)std::max(size, 0));                                                      \
        for (int each = 0; each < size; each++) {                                                                     \
            separate_texts(#Name, each);                                                                              \
            One(all[(size_t)each]);                                                                                   \
        }                                                                                                             \
        return all;                                                                                                   \
    }

struct InStream {
    std::string name;
    TMode mode = _input;
    bool opened = false, strict = false;
    size_t maxTokenLength = 32u << 20, maxMessageLength = 32000;
    int wordReserveSize = 256;

    InStream() {}
    /* A text as a stream: what is wrong in it counts as wrong in `base`. */
    InStream(const InStream &base, const std::string &content)
        : name(base.name), mode(base.mode), opened(true), strict(base.strict), buffer(content), behind(content.size())
    {
    }
    ~InStream() { close(); }
    InStream(const InStream &) = delete;
    InStream &operator=(const InStream &) = delete;

    void init(const std::string &path, TMode as)
    {
        close();
        mode = as;
        name = (as == _input ? "input" : as == _output ? "output" : "answer");
        file_name = path;
        file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) {
            if (as == _output)
                quit(_pe, ("Output file not found: \"" + path + "\"").c_str());
            quit(_fail, ((as == _input ? "Input" : "Answer") + (" file not found: \"" + path + "\"")).c_str());
        }
        opened = true;
    }
    void init(FILE *from, TMode as)
    {
        close();
        mode = as;
        name = as == _output ? "output" : "input";
        file = fileno(from);
        borrowed = opened = true;
    }
    void close()
    {
        if (opened && file >= 0 && !borrowed)
            ::close(file);
        opened = borrowed = false;
        file = -1;
        buffer.clear();
        at = behind = 0;
        lines = 0;
    }
    /* From the beginning again. */
    void reset(FILE * = nullptr)
    {
        if (file >= 0 && !borrowed) {
            std::string path = file_name;
            init(path, mode);
        } else {
            at = 0;
        }
    }
    void setTestCase(int number) { test_case = number, has_test_case = true; }
    void unsetTestCase() { has_test_case = false; }

    /* --- characters. Nothing is read from an interactor's partner beyond what it has written. */
    int curChar()
    {
        return at < behind || fill() ? (unsigned char)buffer[at] : EOFC;
    }
    int nextChar()
    {
        int c = curChar();
        if (c != EOFC) {
            at++;
            lines += c == LF;
        }
        return c;
    }
    void skipChar() { nextChar(); }
    void skipBom() /* a byte order mark, whole */
    {
        static const int bom[] = {0xEF, 0xBB, 0xBF};
        int found = 0;
        while (found < 3 && curChar() == bom[found])
            nextChar(), found++;
        while (found < 3 && found > 0)
            unreadChar(bom[--found]);
    }
    void unreadChar(int c)
    {
        if (c == EOFC)
            return;
        lines -= c == LF;
        if (at > 0) {
            buffer[--at] = (char)c;
        } else {
            buffer.insert(buffer.begin(), (char)c);
            behind++;
        }
    }
    char readChar() { return (char)nextChar(); } /* EOFC at the end, as nextChar() */
    char readChar(char wanted)
    {
        int c = nextChar();
        if (c != (unsigned char)wanted)
            quit(c == EOFC ? _unexpected_eof : _pe,
                 ("Unexpected character " + shown(c) + ", but " + shown((unsigned char)wanted) + " expected").c_str());
        return wanted;
    }
    char readSpace() { return readChar(' '); }
    void skipBlanks()
    {
        while (isBlanks(curChar()))
            nextChar();
    }
    bool eof() { return curChar() == EOFC; }
    bool seekEof()
    {
        skipBlanks();
        return eof();
    }
    /* Whether a line ends here; if so it is read. */
    bool eoln()
    {
        int c = nextChar();
        if (c == LF || (c == EOFC && !strict))
            return true;
        if (c == CR && !strict) {
            if (curChar() == LF) {
                nextChar();
                return true;
            }
        }
        unreadChar(c);
        return false;
    }
    bool seekEoln()
    {
        while (curChar() == SPACE || curChar() == TAB)
            nextChar();
        return eoln();
    }
    void readEoln()
    {
        if (!eoln())
            quit(_pe, "Expected EOLN");
    }
    void readEof()
    {
        if (!eof())
            quit(_pe, "Expected EOF");
        read_eof = true;
    }
    void nextLine()
    {
        for (int c = nextChar(); c != LF && c != EOFC;)
            c = nextChar();
    }
    void skipLine() { nextLine(); }
    int getLine() const { return lines + 1; }

    /* --- tokens and lines */
    TESTLIB_MATCHED(Word, word)
    TESTLIB_MATCHED(Token, word)
    TESTLIB_MATCHED(Line, line)
    TESTLIB_MATCHED(String, line)

    /* --- numbers */
    TESTLIB_BOUNDED(Int, int)
    TESTLIB_BOUNDED(Integer, int)
    TESTLIB_BOUNDED(Long, long long)
    TESTLIB_BOUNDED(UnsignedLong, unsigned long long)
    TESTLIB_BOUNDED(Double, double)
    TESTLIB_BOUNDED(Real, double)
    unsigned long long readULong() { return readUnsignedLong(); }
    unsigned long long readULong(unsigned long long least, unsigned long long most, const std::string &text = "")
    {
        return readUnsignedLong(least, most, text);
    }
    double readStrictDouble(double least, double most, int min_after, int max_after, const std::string &text = "")
    {
        return within(strict_double(min_after, max_after), least, most, text, -1);
    }
    double readStrictReal(double least, double most, int min_after, int max_after, const std::string &text = "")
    {
        return readStrictDouble(least, most, min_after, max_after, text);
    }
    std::vector<double> readStrictDoubles(int size, double least, double most, int min_after, int max_after,
                                          const std::string &text = "", int first = 1)
    {
        std::vector<double> all;
        for (int each = 0; each < size; each++) {
            separate(each);
            all.push_back(within(strict_double(min_after, max_after), least, most, text, each + first));
        }
        return all;
    }
    std::vector<double> readStrictReals(int size, double least, double most, int min_after, int max_after,
                                        const std::string &text = "", int first = 1)
    {
        return readStrictDoubles(size, least, most, min_after, max_after, text, first);
    }

    /* --- ends */
    NORETURN void quit(TResult result, const char *message);
    NORETURN void quits(TResult result, const std::string &message) { quit(result, message.c_str()); }
    NORETURN void quitf(TResult result, const char *text, ...) TESTLIB_FORMAT(3, 4)
    {
        va_list values;
        va_start(values, text);
        std::string message = testlib_vformat(text, values);
        va_end(values);
        quit(result, message.c_str());
    }
    void quitif(bool condition, TResult result, const char *text, ...) TESTLIB_FORMAT(4, 5)
    {
        if (!condition)
            return;
        va_list values;
        va_start(values, text);
        std::string message = testlib_vformat(text, values);
        va_end(values);
        quit(result, message.c_str());
    }
    void ensuref(bool condition, const char *text, ...) TESTLIB_FORMAT(3, 4)
    {
        if (condition)
            return;
        va_list values;
        va_start(values, text);
        std::string message = testlib_vformat(text, values);
        va_end(values);
        quit(_wa, message.c_str());
    }
    bool was_read_to_the_end() const { return read_eof; }

    static bool parse_integer(const std::string &text, bool is_signed, unsigned long long &magnitude, bool &minus);

private:
    int file = -1, test_case = 0, lines = 0;
    bool borrowed = false, read_eof = false, has_test_case = false;
    std::string file_name, buffer;
    size_t at = 0, behind = 0;

    bool fill()
    {
        if (file < 0)
            return false;
        buffer.resize(1 << 16);
        ssize_t count;
        do
            count = ::read(file, &buffer[0], buffer.size());
        while (count < 0 && errno == EINTR);
        at = 0;
        behind = count > 0 ? (size_t)count : 0;
        return count > 0;
    }

    static std::string shown(int c)
    {
        if (c == EOFC)
            return "end of file";
        if (c < 32 || c > 126)
            return "#" + vtos(c);
        return std::string("'") + (char)c + "'";
    }

    /* "Integer", "Integer parameter [name=n]" or "Integer element [name=a, index=3]". */
    static std::string called(const std::string &kind, std::string text, int index)
    {
        while (!text.empty() && text.front() == '~')
            text.erase(0, 1);
        while (!text.empty() && text.back() == '~')
            text.pop_back();
        if (index >= 0)
            return kind + " element [" + (text.empty() ? "" : "name=" + text + ", ") + "index=" + vtos(index) + "]";
        return text.empty() ? kind : kind + " parameter [name=" + text + "]";
    }

    template <typename T> T within(T value, T least, T most, const std::string &text, int index)
    {
        if (!(value >= least && value <= most)) {
            std::string kind = std::is_integral<T>::value ? "Integer" : "Double";
            quit(_wa, (called(kind, text, index) + (text.empty() && index < 0 ? " " : " equals to ") + vtos(value)
                       + (text.empty() && index < 0 ? "" : ",") + " violates the range [" + vtos(least) + ", "
                       + vtos(most) + "]").c_str());
        }
        return value;
    }

    void must_match(const std::string &text, const pattern &wanted, const std::string &what, int index)
    {
        if (!wanted.matches(text))
            quit(_wa, (called("Token", what, index) + " equals to \"" + testlib_part(text)
                       + "\", doesn't correspond to pattern \"" + testlib_part(wanted.src()) + "\"").c_str());
    }

    void separate(int each)
    {
        if (strict && each)
            readSpace();
    }
    void separate_texts(const char *kind, int each)
    {
        if (kind[0] == 'W' || kind[0] == 'T')
            separate(each);
    }

    void word(std::string &into)
    {
        into.clear();
        if (!strict)
            skipBlanks();
        int c = nextChar();
        if (c == EOFC)
            quit(_unexpected_eof, "Unexpected end of file - token expected");
        if (isBlanks(c))
            quit(_pe, "Unexpected white-space - token expected");
        for (; c != EOFC && !isBlanks(c); c = nextChar()) {
            into += (char)c;
            if (into.size() > maxTokenLength)
                quit(_pe, ("Length of token exceeds " + vtos(maxTokenLength) + ", token is '" + testlib_part(into)
                           + "...'").c_str());
        }
        unreadChar(c);
    }

    /* To the end of the line, which is read too; at the end of the file it is empty, but where all must be as it
     * should. A CR before anything but LF is dropped, and what follows it is kept, be it another CR or EOFC. */
    void line(std::string &into)
    {
        into.clear();
        for (;;) {
            int c = curChar();
            if (c == LF || c == EOFC)
                break;
            nextChar();
            if (c == CR) {
                if (curChar() == LF) {
                    unreadChar(c);
                    break;
                }
                c = nextChar();
            }
            into += (char)c;
            if (into.size() > maxTokenLength)
                quit(_pe, ("Length of line exceeds " + vtos(maxTokenLength)).c_str());
        }
        if (strict)
            readEoln();
        else
            eoln();
    }

    std::string number_text(const char *kind)
    {
        std::string text;
        word(text);
        if (text.find('\0') != std::string::npos) /* else what is read and what is shown would differ */
            not_a(kind, text);
        return text;
    }
    NORETURN void not_a(const char *kind, const std::string &text)
    {
        quit(_pe, ("Expected " + std::string(kind) + ", but \"" + testlib_part(text) + "\" found").c_str());
    }

public:
    long long to_integer(const std::string &text, const char *kind, long long least, long long most)
    {
        unsigned long long magnitude;
        bool minus;
        if (!parse_integer(text, true, magnitude, minus))
            not_a(kind, text);
        if (minus ? magnitude > 0 - (unsigned long long)least : magnitude > (unsigned long long)most)
            not_a(kind, text);
        return minus ? (long long)(0 - magnitude) : (long long)magnitude;
    }
    unsigned long long to_unsigned(const std::string &text)
    {
        unsigned long long magnitude;
        bool minus;
        if (!parse_integer(text, false, magnitude, minus))
            not_a("unsigned int64", text);
        return magnitude;
    }
    double to_double(const std::string &text);
    double to_strict_double(const std::string &text, int min_after, int max_after);

private:
    int testlib_read_Int() { return (int)to_integer(number_text("int32"), "int32", INT_MIN, INT_MAX); }
    int testlib_read_Integer() { return testlib_read_Int(); }
    long long testlib_read_Long() { return to_integer(number_text("int64"), "int64", LLONG_MIN, LLONG_MAX); }
    unsigned long long testlib_read_UnsignedLong() { return to_unsigned(number_text("unsigned int64")); }
    double testlib_read_Double() { return to_double(number_text("double")); }
    double testlib_read_Real() { return testlib_read_Double(); }
    double strict_double(int min_after, int max_after)
    {
        return to_strict_double(number_text("strict double"), min_after, max_after);
    }
};

/* Digits, with a minus before them at most: no plus, no blank, no zero too many, no -0. */
inline bool InStream::parse_integer(const std::string &text, bool is_signed, unsigned long long &magnitude, bool &minus)
{
    magnitude = 0;
    minus = is_signed && text.size() > 1 && text[0] == '-';
    size_t first = minus;
    if (text.size() == first || text.size() > 20 || (text[first] == '0' && (minus || text.size() > 1)))
        return false;
    for (size_t each = first; each < text.size(); each++) {
        unsigned digit = (unsigned char)text[each] - (unsigned)'0';
        if (digit > 9 || magnitude > (ULLONG_MAX - digit) / 10)
            return false;
        magnitude = magnitude * 10 + digit;
    }
    return true;
}

/* Signs, digits, a point, an exponent, of which the digits may be missing as the C library reads it: no nan, no inf, no
 * hexadecimal. */
inline double InStream::to_double(const std::string &text)
{
    int digits = 0, points = 0, exponents = 0;
    for (char each : text) {
        digits += '0' <= each && each <= '9';
        points += each == '.';
        exponents += each == 'e' || each == 'E';
        if (!strchr("0123456789.eE+-", each))
            not_a("double", text);
    }
    char *end = nullptr;
    double value = strtod(text.c_str(), &end);
    bool whole = end == text.c_str() + text.size();
    if (!whole && exponents == 1) {
        int read = 0;
        whole = std::sscanf(text.c_str(), "%lf%n", &value, &read) == 1 && (size_t)read == text.size();
    }
    if (!digits || points > 1 || exponents > 1 || !whole || std::isnan(value))
        not_a("double", text);
    return value;
}

/* -?digits or -?digits.digits, with so many digits behind the point as is asked for. */
inline double InStream::to_strict_double(const std::string &text, int min_after, int max_after)
{
    if (min_after < 0 || max_after < min_after)
        quit(_fail, "readStrictDouble: minAfterPointDigitCount must be from 0 to maxAfterPointDigitCount");
    size_t first = !text.empty() && text[0] == '-', point = text.find('.');
    size_t after = point == std::string::npos ? 0 : text.size() - point - 1;
    size_t whole = (point == std::string::npos ? text.size() : point) - std::min(first, text.size());
    bool good = text.size() <= 1000 && whole > 0 && (whole == 1 || text[first] != '0')
        && (point == std::string::npos || after > 0);
    for (size_t each = first; each < text.size(); each++)
        good = good && (('0' <= text[each] && text[each] <= '9') || each == point);
    if (!good)
        not_a("strict double", text);
    if (after < (size_t)min_after || after > (size_t)max_after)
        quit(_pe, ("Expected strict double with number of digits after point in range [" + vtos(min_after) + ", "
                   + vtos(max_after) + "], but \"" + testlib_part(text) + "\" found").c_str());
    double value = strtod(text.c_str(), nullptr);
    if (first && value == 0)
        not_a("strict double", text);
    return value;
}

inline InStream inf, ouf, ans;
inline std::fstream tout;
inline TTestlibMode testlibMode = _unknown;
inline std::string checkerName = "untitled checker";

inline long long stringToLongLong(InStream &in, const std::string &text)
{
    return in.to_integer(text, "integer", LLONG_MIN, LLONG_MAX);
}
inline unsigned long long stringToUnsignedLongLong(InStream &in, const std::string &text)
{
    return in.to_unsigned(text);
}
inline double stringToDouble(InStream &in, const std::string &text) { return in.to_double(text); }
inline double stringToStrictDouble(InStream &in, const std::string &text, int min_after, int max_after)
{
    return in.to_strict_double(text, min_after, max_after);
}

/* --- the end */

struct testlib_end {
    std::string report;     /* file name, or none */
    bool appes = false, over = false;
    double points = 0;
    std::string points_text;

    /* A main that just returns has judged nothing. */
    ~testlib_end()
    {
        if (over)
            return;
        const char *fault = nullptr;
        if (testlibMode == _checker)
            fault = "Checker must end with quit or quitf call.";
        else if (testlibMode == _interactor)
            fault = "Interactor must end with quit or quitf call.";
        else if (testlibMode == _validator && !inf.was_read_to_the_end())
            fault = "Validator must end with readEof call.";
        if (!fault)
            return;
        fflush(nullptr);
        fprintf(stderr, "FAIL %s\n", fault);
        _exit(FAIL_EXIT_CODE);
    }
};
inline testlib_end testlib_ending;

inline int resultExitCode(TResult result)
{
    if (result == _ok)
        return OK_EXIT_CODE;
    if (result == _wa)
        return WA_EXIT_CODE;
    if (result == _pe || result == _dirt)
        return PE_EXIT_CODE;
    if (result == _points)
        return POINTS_EXIT_CODE;
    if (result == _unexpected_eof)
#ifdef ENABLE_UNEXPECTED_EOF
        return UNEXPECTED_EOF_EXIT_CODE;
#else
        return PE_EXIT_CODE;
#endif
    return result >= _partially ? PC_BASE_EXIT_CODE + (result - _partially) : FAIL_EXIT_CODE;
}

/* The first words of the message, which tell what exit codes do not: _pc(0) ends with 0 too. */
inline std::string testlib_first_words(TResult result)
{
    if (result >= _partially)
        return testlib_format_("partially correct (%d) ", result - _partially);
    switch (result) {
    case _ok: return "ok ";
    case _wa: return "wrong answer ";
    case _points: return "points ";
#ifdef ENABLE_UNEXPECTED_EOF
    case _unexpected_eof: return "unexpected eof ";
#endif
    case _fail: return "FAIL ";
    default: return "wrong output format ";
    }
}

inline std::string testlib_xml(const std::string &text)
{
    std::string made;
    for (char each : text)
        switch (each) {
        case '&': made += "&amp;"; break;
        case '<': made += "&lt;"; break;
        case '>': made += "&gt;"; break;
        case '"': made += "&quot;"; break;
        default: made += (unsigned char)each < 32 && !isBlanks(each) ? '.' : each;
        }
    return made;
}

inline std::string testlib_appes(TResult result, const std::string &message)
{
    std::string outcome = result >= _partially ? "partially-correct\" pctype = \"" + vtos(result - _partially)
        : result == _ok                        ? "accepted"
        : result == _wa                        ? "wrong-answer"
        : result == _points                    ? "points\" points = \"" + testlib_ending.points_text
        : result == _fail                      ? "fail"
#ifdef ENABLE_UNEXPECTED_EOF
        : result == _unexpected_eof            ? "unexpected-eof"
#endif
                                               : "presentation-error";
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><result outcome = \"" + outcome + "\">" + testlib_xml(message)
        + "</result>\n";
}

NORETURN inline void testlib_halt(TResult result, const std::string &message)
{
    testlib_ending.over = true;
    std::string words = testlib_first_words(result);
    if (!testlib_ending.report.empty()) {
        FILE *report = fopen(testlib_ending.report.c_str(), "w");
        std::string text = testlib_ending.appes ? testlib_appes(result, message) : message;
        bool written = report && fwrite(text.data(), 1, text.size(), report) == text.size();
        if (!report || fclose(report) != 0 || !written) {
            testlib_ending.report.clear();
            testlib_halt(_fail, "Can not write to the result file");
        }
        fprintf(stderr, "See file to check exit message\n");
    } else {
        std::string text = words + message + "\n";
        fwrite(text.data(), 1, text.size(), stderr);
    }
    if (tout.is_open())
        tout.close();
    std::cout.flush();
    fflush(nullptr);
    exit(resultExitCode(result));
}

inline void InStream::quit(TResult result, const char *text)
{
    std::string message = text;
    if (message.size() > maxMessageLength)
        message = "message length exceeds " + vtos(maxMessageLength) + ", the message is: "
            + message.substr(0, maxMessageLength);
    if (has_test_case && result != _ok)
        message += " (test case " + vtos(test_case) + ")";
    if (mode != _output && result != _fail) {
        if (testlibMode == _validator)
            message += " (" + (name.empty() ? std::string("stdin") : name) + ", line " + vtos(getLine()) + ")";
        else if (testlibMode == _checker || testlibMode == _interactor)
            message += " (" + name + ")";
        result = _fail;
    }
    bool complete = result == _ok || result == _points;
    if (complete && testlibMode == _checker && !ouf.seekEof()) {
        result = _dirt;
        message = "Extra information in the output file";
    }
    testlib_halt(result, message);
}

NORETURN inline void quit(TResult result, const char *message) { ouf.quit(result, message); }
NORETURN inline void quit(TResult result, const std::string &message) { ouf.quit(result, message.c_str()); }

TESTLIB_FORMAT(2, 3) NORETURN inline void quitf(TResult result, const char *text, ...)
{
    va_list values;
    va_start(values, text);
    std::string message = testlib_vformat(text, values);
    va_end(values);
    ouf.quit(result, message.c_str());
}

TESTLIB_FORMAT(3, 4) inline void quitif(bool condition, TResult result, const char *text, ...)
{
    if (!condition)
        return;
    va_list values;
    va_start(values, text);
    std::string message = testlib_vformat(text, values);
    va_end(values);
    ouf.quit(result, message.c_str());
}

NORETURN inline void testlib_fail(const std::string &message) { ouf.quit(_fail, message.c_str()); }
NORETURN inline void __testlib_fail(const std::string &message) { testlib_fail(message); }
NORETURN inline void pattern::fault() const { testlib_fail("Illegal pattern \"" + testlib_part(source) + "\""); }
NORETURN inline void random_t::bad(const char *what) { testlib_fail(std::string("random_t::") + what); }

/* Points, 0 to a million: whole, or with up to ten digits behind the point. */
NORETURN inline void testlib_quit_points(double points, const std::string &message)
{
    if (!(points >= 0) || points > 1e6)
        testlib_fail("quitp: points must be from 0 to 1000000, not " + vtos(points));
    testlib_ending.points = points;
    testlib_ending.points_text = removeDoubleTrailingZeroes(testlib_format_("%.10f", points));
    ouf.quit(_points, (testlib_ending.points_text + (message.empty() ? "" : " ") + message).c_str());
}
template <typename F> NORETURN void quitp(F points, const std::string &message = "")
{
    testlib_quit_points((double)points, message);
}
template <typename F, typename... Values> NORETURN void quitp(F points, const char *text, Values... values)
{
    if constexpr (sizeof...(values) == 0)
        testlib_quit_points((double)points, testlib_format_(text, ""));
    else
        testlib_quit_points((double)points, testlib_format_(text, values...));
}
NORETURN inline void quitpi(const std::string &points_info, const std::string &message = "")
{
    if (points_info.find(' ') != std::string::npos)
        testlib_fail("quitpi: points_info must not contain spaces");
    testlib_ending.points_text = points_info;
    ouf.quit(_points, ("points_info=" + points_info + (message.empty() ? "" : " ") + message).c_str());
}

/* A condition of the checker's own: FAIL where it does not hold. */
#define ensure(condition) \
    ((condition) ? (void)0 : testlib_fail("Condition failed: \"" #condition "\""))
#define ensure_ext(condition) ensure(condition)
TESTLIB_FORMAT(2, 3) inline void ensuref(bool condition, const char *text, ...)
{
    if (condition)
        return;
    va_list values;
    va_start(values, text);
    std::string message = testlib_vformat(text, values);
    va_end(values);
    testlib_fail(message);
}
/* A condition on the program's output: wrong answer where it does not hold. */
TESTLIB_FORMAT(2, 3) inline void expectf(bool condition, const char *text, ...)
{
    if (condition)
        return;
    va_list values;
    va_start(values, text);
    std::string message = testlib_vformat(text, values);
    va_end(values);
    ouf.quit(_wa, message.c_str());
}

inline void setTestCase(int number)
{
    for (InStream *each : {&inf, &ouf, &ans})
        each->setTestCase(number);
}
inline void unsetTestCase()
{
    for (InStream *each : {&inf, &ouf, &ans})
        each->unsetTestCase();
}
TESTLIB_FORMAT(1, 2) inline void setName(const char *text, ...)
{
    va_list values;
    va_start(values, text);
    checkerName = testlib_vformat(text, values);
    va_end(values);
}

/* --- the beginning */

/* What --testset and --group name. */
class testlib_context {
public:
    std::string testset() const { return of_testset; }
    std::string group() const { return of_group; }
    void setTestset(const std::string &text) { of_testset = text; }
    void setGroup(const std::string &text) { of_group = text; }

private:
    std::string of_testset, of_group;
};
inline testlib_context checker, validator;

/* The arguments without --testset and --group, which may stand anywhere. */
inline std::vector<std::string> testlib_arguments(int argc, char *argv[])
{
    std::vector<std::string> left;
    for (int each = 1; each < argc; each++) {
        std::string word = argv[each];
        if ((word == "--testset" || word == "--group") && each + 1 >= argc)
            testlib_fail(word + " needs a value");
        if (word == "--testset")
            checker.setTestset(argv[++each]), validator.setTestset(argv[each]);
        else if (word == "--group")
            checker.setGroup(argv[++each]), validator.setGroup(argv[each]);
        else
            left.push_back(word);
    }
    return left;
}

inline void testlib_take_report(const std::vector<std::string> &words)
{
    if (words.size() > 3)
        testlib_ending.report = words[3];
    if (words.size() > 4) {
        if (upperCase(words[4]) != "-APPES") {
            testlib_ending.report.clear();
            testlib_fail("the fifth argument can only be -appes");
        }
        testlib_ending.appes = true;
    }
}

inline void registerTestlibCmd(int argc, char *argv[])
{
    testlibMode = _checker;
    ouf.mode = _output;
    std::vector<std::string> words = testlib_arguments(argc, argv);
    if (words.size() < 3 || words.size() > 5)
        testlib_fail("Program must be run with the following arguments: [--testset testset] [--group group] "
                     "<input-file> <output-file> <answer-file> [<report-file> [<-appes>]]");
    testlib_take_report(words);
    inf.init(words[0], _input);
    ouf.init(words[1], _output);
    ouf.skipBom();
    ans.init(words[2], _answer);
}

/* The file names themselves: registerTestlib(3, "input", "output", "answer"). */
inline void registerTestlib(int argc, ...)
{
    std::vector<char *> words(1, const_cast<char *>("checker"));
    va_list values;
    va_start(values, argc);
    for (int each = 0; each < argc; each++)
        words.push_back(va_arg(values, char *));
    va_end(values);
    registerTestlibCmd((int)words.size(), words.data());
}

inline void registerInteraction(int argc, char *argv[])
{
    testlibMode = _interactor;
    ouf.mode = _output;
    signal(SIGPIPE, SIG_IGN); /* a program that is gone shall be told by what is missing of its output */
    std::vector<std::string> words = testlib_arguments(argc, argv);
    if (words.size() < 2 || words.size() > 5)
        testlib_fail("Program must be run with the following arguments: [--testset testset] [--group group] "
                     "<input-file> <output-file> [<answer-file> [<report-file> [<-appes>]]]");
    testlib_take_report(words);
    inf.init(words[0], _input);
    tout.open(words[1].c_str(), std::ios_base::out);
    if (tout.fail() || !tout.is_open())
        testlib_fail("Can not write to the test-output-file '" + words[1] + "'");
    ouf.init(stdin, _output);
    if (words.size() > 2)
        ans.init(words[2], _answer);
    else
        ans.name = "unopened answer stream", ans.mode = _answer;
}

inline void registerValidation()
{
    testlibMode = _validator;
    inf.init(stdin, _input);
    inf.name = "stdin";
    inf.strict = true;
}
inline void registerValidation(int argc, char *argv[])
{
    testlib_arguments(argc, argv);
    registerValidation();
}

/* --- generators, as far as checkers and interactors share sources with them */

inline std::map<std::string, std::string> testlib_options;
inline std::vector<std::string> testlib_words;

/* -name value, -name=value, --name …; a name with no value is 1. */
inline void prepareOpts(int argc, char *argv[])
{
    testlib_words.assign(argv, argv + argc);
    for (int each = 1; each < argc; each++) {
        std::string word = argv[each];
        if (word.size() < 2 || word[0] != '-' || isdigit((unsigned char)word[1]))
            continue;
        word.erase(0, word[1] == '-' ? 2 : 1);
        size_t equals = word.find('=');
        bool has_value = each + 1 < argc && (argv[each + 1][0] != '-' || isdigit((unsigned char)argv[each + 1][1]));
        if (equals != std::string::npos)
            testlib_options[word.substr(0, equals)] = word.substr(equals + 1);
        else
            testlib_options[word] = has_value ? argv[++each] : "1";
    }
}
template <typename T> T testlib_option(const std::string &text)
{
    if constexpr (std::is_same<T, std::string>::value) {
        return text;
    } else if constexpr (std::is_same<T, bool>::value) {
        return text == "1" || text == "true";
    } else {
        std::istringstream source(text);
        T value{};
        if (!(source >> value) || source.peek() != EOF)
            testlib_fail("opt: \"" + testlib_part(text) + "\" is not of the type asked for");
        return value;
    }
}
inline bool has_opt(const std::string &key) { return testlib_options.count(key) > 0; }
template <typename T> T opt(const std::string &key)
{
    auto found = testlib_options.find(key);
    if (found == testlib_options.end())
        testlib_fail("opt: there is no option \"" + key + "\"");
    return testlib_option<T>(found->second);
}
template <typename T> T opt(const std::string &key, const T &otherwise)
{
    return has_opt(key) ? opt<T>(key) : otherwise;
}
inline std::string opt(const std::string &key) { return opt<std::string>(key); }
template <typename T> T opt(int index)
{
    if (index < 0 || (size_t)index >= testlib_words.size())
        testlib_fail("opt: there is no argument " + vtos(index));
    return testlib_option<T>(testlib_words[(size_t)index]);
}

inline void registerGen(int argc, char *argv[], int = 1)
{
    testlibMode = _generator;
    ouf.mode = _output;
    rnd.setSeed(argc, argv);
    prepareOpts(argc, argv);
}

template <typename First, typename... Others> void println(const First &first, const Others &...others)
{
    std::cout << first;
    ((std::cout << ' ' << others), ...);
    std::cout << '\n';
}

#undef TESTLIB_YIELDS
#undef TESTLIB_BOUNDED
#undef TESTLIB_MATCHED
#endif
