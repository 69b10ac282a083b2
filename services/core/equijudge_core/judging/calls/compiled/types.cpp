// Stands before a candidate that is included: reads the arguments as the types that the candidate's own function takes,
// calls it, and leaves what comes back in what was stdout at first, as harness.py does it in Python in a file and with
// the same letters:
//     v  the value, in the typed encoding     t  the name of a type that is no value
//     c  nodes that hold themselves           m  one too large
//     a  the number of an argument and a type that it cannot be given as     k  how many it takes, and how many there are
// What is expected is nowhere here. No name of this is in the global namespace but those of <bits/stdc++.h>.
#include <bits/stdc++.h>
#include <cxxabi.h>

namespace equijudge_calls {
extern "C" int dup(int) noexcept;
extern "C" int dup2(int, int) noexcept;
extern "C" int ftruncate(int, long) noexcept;
extern "C" long lseek(int, long, int) noexcept;
extern "C" long write(int, const void *, std::size_t);

constexpr long long LARGEST = 1LL << 62;
constexpr long MOST_NODES = 4000000, MOST_TYPE_NAME = 100;

struct Unwritten { std::string told; };
struct Misfit {};

template <class T> std::string name_of() {
    int status = 0;
    char *text = abi::__cxa_demangle(typeid(T).name(), nullptr, nullptr, &status);
    std::string name = text ? text : typeid(T).name();
    std::free(text);
    return name.substr(0, MOST_TYPE_NAME);
}

// --- what a type is
template <class T, class = void> struct links : std::false_type {};
template <class T> struct links<T, std::void_t<decltype(std::declval<T &>().val, std::declval<T &>().next)>>
    : std::is_convertible<decltype(std::declval<T &>().next), T *> {};
template <class T, class = void> struct branches : std::false_type {};
template <class T>
struct branches<T, std::void_t<decltype(std::declval<T &>().val, std::declval<T &>().left, std::declval<T &>().right)>>
    : std::is_convertible<decltype(std::declval<T &>().left), T *> {};
template <class T, class = void> struct maps : std::false_type {};
template <class T> struct maps<T, std::void_t<typename T::key_type, typename T::mapped_type>> : std::true_type {};
template <class T, class = void> struct sets : std::false_type {};
template <class T> struct sets<T, std::void_t<typename T::key_type, typename T::value_type>>
    : std::bool_constant<!maps<T>::value> {};
template <class T, class = void> struct lists : std::false_type {};
template <class T> struct lists<T, std::void_t<decltype(std::declval<T &>().push_back(std::declval<typename T::value_type>()))>>
    : std::bool_constant<!std::is_same_v<T, std::string>> {};
template <class T, class = void> struct holds : std::false_type {};
template <class T> struct holds<T, std::void_t<decltype(std::begin(std::declval<const T &>()), std::end(std::declval<const T &>()))>>
    : std::true_type {};
template <class T, class = void> struct parts : std::false_type {};
template <class T> struct parts<T, std::void_t<decltype(std::tuple_size<T>::value)>> : std::true_type {};
template <class T> struct arrays : std::false_type {};
template <class T, std::size_t N> struct arrays<std::array<T, N>> : std::true_type {};
template <class T> struct maybes : std::false_type {};
template <class T> struct maybes<std::optional<T>> : std::true_type {};
template <class T> constexpr bool is_character = std::is_same_v<T, char> || std::is_same_v<T, signed char> || std::is_same_v<T, unsigned char>;
