// --- from JSON to arguments
class Reader {
    const char *at, *end;

public:
    Reader(const std::string &text) : at(text.data()), end(text.data() + text.size()) {}

    char look() {
        while (at < end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')) ++at;
        return at < end ? *at : '\0';
    }
    bool take(char mark) {
        if (look() != mark) return false;
        ++at;
        return true;
    }
    void need(char mark) {
        if (!take(mark)) throw Misfit();
    }
    bool word(const char *text) {
        look();
        std::size_t length = std::strlen(text);
        if (static_cast<std::size_t>(end - at) < length || std::strncmp(at, text, length)) return false;
        at += length;
        return true;
    }
    // Call `each` for all that stands between two brackets.
    template <class F> void every(char open, char close, F each) {
        need(open);
        if (take(close)) return;
        do each();
        while (take(','));
        need(close);
    }
    std::string_view number() {
        if (word("-Infinity")) return "-inf";
        if (word("Infinity")) return "inf";
        if (word("NaN")) return "nan";
        const char *start = at;
        while (at < end && (std::isdigit(static_cast<unsigned char>(*at)) || std::strchr("+-.eE", *at))) ++at;
        if (start == at) throw Misfit();
        return {start, static_cast<std::size_t>(at - start)};
    }
    double real() {
        std::string text(number());
        return std::strtod(text.c_str(), nullptr);
    }
    template <class T> T integer() {
        std::string_view text = number();
        T value{};
        auto [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (fault == std::errc() && rest == text.data() + text.size()) return value;
        double number = std::strtod(std::string(text).c_str(), nullptr);  // 2.0, where a value is one by accident
        if (fault != std::errc() || std::trunc(number) != number || std::fabs(number) > 9e15) throw Misfit();
        value = static_cast<T>(number);
        if (static_cast<double>(value) != number) throw Misfit();
        return value;
    }
    unsigned hex() {
        unsigned value = 0;
        for (int digit = 0; digit < 4; ++digit, ++at) {
            if (at >= end || !std::isxdigit(static_cast<unsigned char>(*at))) throw Misfit();
            value = value * 16 + (std::isdigit(static_cast<unsigned char>(*at)) ? *at - '0' : (*at | 32) - 'a' + 10);
        }
        return value;
    }
    static void put(std::string &text, unsigned point) {
        if (point < 0x80) {
            text += static_cast<char>(point);
        } else if (point < 0x800) {
            text += {static_cast<char>(0xC0 | point >> 6), static_cast<char>(0x80 | (point & 63))};
        } else if (point < 0x10000) {
            text += {static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 63)), static_cast<char>(0x80 | (point & 63))};
        } else {
            text += {static_cast<char>(0xF0 | point >> 18), static_cast<char>(0x80 | (point >> 12 & 63)), static_cast<char>(0x80 | (point >> 6 & 63)), static_cast<char>(0x80 | (point & 63))};
        }
    }
    std::string text() {
        need('"');
        std::string found;
        while (at < end && *at != '"') {
            if (*at != '\\') {
                found += *at++;
                continue;
            }
            if (++at >= end) throw Misfit();
            char kind = *at++;
            if (kind == 'u') {
                unsigned point = hex();
                if (point >> 10 == 0x36 && end - at > 6 && at[0] == '\\' && at[1] == 'u') {
                    at += 2;
                    point = 0x10000 + ((point & 0x3FF) << 10) + (hex() & 0x3FF);
                }
                put(found, point);
            } else {
                const char *names = "bfnrt", *place = std::strchr(names, kind);
                found += place && kind ? "\b\f\n\r\t"[place - names] : kind;
            }
        }
        need('"');
        return found;
    }
};

template <class T> T read(Reader &from);

template <class T> T *make_node(Reader &from) {
    using Value = std::decay_t<decltype(std::declval<T &>().val)>;
    Value value = read<Value>(from);
    if constexpr (std::is_default_constructible_v<T>) {
        T *node = new T();
        node->val = value;
        return node;
    } else if constexpr (std::is_constructible_v<T, Value>) {
        return new T(value);
    } else {
        return new T{value};
    }
}

template <class T> T *read_links(Reader &from) {
    T *first = nullptr, *last = nullptr;
    if (from.word("null")) return first;
    from.every('[', ']', [&] {
        T *node = make_node<T>(from);
        node->next = nullptr;
        (last ? last->next : first) = node;
        last = node;
    });
    return first;
}

template <class T> T *read_branches(Reader &from) {
    std::deque<T *> level;
    T *root = nullptr;
    long place = -1;
    if (from.word("null")) return root;
    from.every('[', ']', [&] {
        T *node = nullptr;
        if (!from.word("null")) {
            node = make_node<T>(from);
            node->left = node->right = nullptr;
            level.push_back(node);
        }
        if (place < 0) {
            root = node;
        } else if (!level.empty()) {
            (place & 1 ? level.front()->right : level.front()->left) = node;
            if (place & 1) level.pop_front();
        }
        ++place;
    });
    return root;
}

template <class T, std::size_t... I> T read_parts(Reader &from, std::index_sequence<I...>) {
    T found{};
    std::size_t count = 0;
    from.need('[');
    ((count += I ? (from.need(','), 1) : 1, std::get<I>(found) = read<std::decay_t<std::tuple_element_t<I, T>>>(from)), ...);
    from.need(']');
    return found;
}

template <class T> T read_key(Reader &from) {
    std::string text = from.text();
    if constexpr (std::is_same_v<T, std::string>) return text;
    else if constexpr (is_character<T>) {
        if (text.size() != 1) throw Misfit();
        return static_cast<T>(text[0]);
    } else if constexpr (std::is_integral_v<T>) {
        Reader inner(text);
        return inner.integer<T>();
    } else throw Misfit();
}

template <class T> T read(Reader &from) {
    if constexpr (std::is_same_v<T, bool>) {
        if (from.word("true")) return true;
        if (from.word("false")) return false;
        throw Misfit();
    } else if constexpr (is_character<T>) {
        std::string text = from.text();
        if (text.size() != 1) throw Misfit();
        return static_cast<T>(text[0]);
    } else if constexpr (std::is_integral_v<T>) {
        return from.integer<T>();
    } else if constexpr (std::is_floating_point_v<T>) {
        return static_cast<T>(from.real());
    } else if constexpr (std::is_same_v<T, std::string>) {
        return from.text();
    } else if constexpr (std::is_pointer_v<T>) {
        using Node = std::remove_cv_t<std::remove_pointer_t<T>>;
        if constexpr (branches<Node>::value) return read_branches<Node>(from);
        else if constexpr (links<Node>::value) return read_links<Node>(from);
        else throw Misfit();
    } else if constexpr (maybes<T>::value) {
        if (from.word("null")) return T();
        return T(read<typename T::value_type>(from));
    } else if constexpr (maps<T>::value) {
        T found;
        from.every('{', '}', [&] {
            auto key = read_key<typename T::key_type>(from);
            from.need(':');
            found.emplace(std::move(key), read<typename T::mapped_type>(from));
        });
        return found;
    } else if constexpr (arrays<T>::value) {
        T found{};
        std::size_t count = 0;
        from.every('[', ']', [&] {
            if (count == found.size()) throw Misfit();
            found[count++] = read<typename T::value_type>(from);
        });
        return found;
    } else if constexpr (parts<T>::value) {
        return read_parts<T>(from, std::make_index_sequence<std::tuple_size_v<T>>());
    } else if constexpr (lists<T>::value) {
        T found;
        if constexpr (is_character<typename T::value_type>) {
            if (from.look() == '"') {
                for (char each : from.text()) found.push_back(each);
                return found;
            }
        }
        from.every('[', ']', [&] { found.push_back(read<typename T::value_type>(from)); });
        return found;
    } else if constexpr (sets<T>::value) {
        T found;
        from.every('[', ']', [&] { found.insert(read<typename T::value_type>(from)); });
        return found;
    } else {
        throw Misfit();
    }
}
