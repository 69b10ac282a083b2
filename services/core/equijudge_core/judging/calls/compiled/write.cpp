// --- from values to the typed encoding
class Writer {
public:
    std::string text;
    long left = MOST_NODES;

    void take() {
        if (--left < 0) throw Unwritten{"m"};
    }
    template <class T> void write_integer(T value) {
        char digits[48];
        bool small = value < static_cast<T>(LARGEST);
        if constexpr (std::is_signed_v<T>) small = sizeof(T) < 8 || (small && value > -static_cast<T>(LARGEST));
        else small = sizeof(T) < 8 || small;
        if (small) {
            text.append(digits, std::to_chars(digits, digits + 48, static_cast<long long>(value)).ptr);
            return;
        }
        unsigned __int128 size = value < 0 ? -static_cast<unsigned __int128>(value) : static_cast<unsigned __int128>(value);
        char *place = digits + 47;
        for (*place = '\0'; size; size >>= 4) *--place = "0123456789abcdef"[static_cast<int>(size & 15)];
        text.append("{\"i\":\"").append(value < 0 ? "-0x" : "0x").append(place).append("\"}");
    }
    void write_real(double value) {
        if (value - value != 0) {
            text += value != value ? "{\"f\":\"nan\"}" : value > 0 ? "{\"f\":\"inf\"}" : "{\"f\":\"-inf\"}";
            return;
        }
        char digits[64];
        std::string_view made(digits, std::to_chars(digits, digits + 64, value).ptr - digits);
        text += made;
        if (made.find_first_of(".e") == made.npos) text += ".0";
    }
    void write_text(std::string_view value) {
        text += '"';
        for (char each : value) {
            if (each == '"' || each == '\\') text += '\\';
            if (static_cast<unsigned char>(each) < 32) {
                char escaped[8];
                std::snprintf(escaped, 8, "\\u%04x", each);
                text += escaped;
            } else {
                text += each;
            }
        }
        text += '"';
    }
    template <class T> void write_links(const T *node) {
        const T *mark = nullptr;
        long steps = 0, due = 1;
        text += '[';
        for (const T *each = node; each; each = each->next) {
            if (each == mark) throw Unwritten{"c"};
            if (++steps == due) mark = each, due *= 2;
            take();
            if (each != node) text += ',';
            write(each->val);
        }
        text += ']';
    }
    template <class T> void write_branches(const T *root) {
        std::vector<const T *> level{root};
        std::unordered_set<const T *> seen;
        std::size_t last = 0, wanted = 0;  // behind the last node: missing children at the end are left out
        for (std::size_t at = 0; at < level.size(); ++at) {
            if (const T *node = level[at]) {
                if (!seen.insert(node).second) throw Unwritten{"c"};
                take();
                last = at + 1;
                level.push_back(node->left);
                level.push_back(node->right);
            }
        }
        text += '[';
        for (; wanted < last; ++wanted) {
            if (wanted) text += ',';
            if (level[wanted]) write(level[wanted]->val);
            else text += "null";
        }
        text += ']';
    }
    template <class T> void write_all(const T &values) {
        bool first = true;
        text += '[';
        for (auto &&each : values) {
            if (!first) text += ',';
            first = false;
            take();
            write<typename T::value_type>(each);
        }
        text += ']';
    }
    template <class T> void write(const T &value) {
        if constexpr (std::is_same_v<T, bool>) text += value ? "true" : "false";
        else if constexpr (is_character<T>) write_text(std::string_view(reinterpret_cast<const char *>(&value), 1));
        else if constexpr (std::is_integral_v<T>) write_integer(value);
        else if constexpr (std::is_enum_v<T>) throw Unwritten{"t" + name_of<T>()};
        else if constexpr (std::is_floating_point_v<T>) write_real(static_cast<double>(value));
        else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) write_text(value);
        else if constexpr (std::is_same_v<T, const char *> || std::is_same_v<T, char *>) value ? write_text(value) : void(text += "null");
        else if constexpr (std::is_pointer_v<T>) {
            using Node = std::remove_cv_t<std::remove_pointer_t<T>>;
            if constexpr (branches<Node>::value) write_branches<Node>(value);
            else if constexpr (links<Node>::value) write_links<Node>(value);
            else throw Unwritten{"t" + name_of<T>()};
        } else if constexpr (maybes<T>::value) {
            if (value) write(*value);
            else text += "null";
        } else if constexpr (std::is_same_v<T, std::nullptr_t> || std::is_same_v<T, std::nullopt_t>) text += "null";
        else if constexpr (maps<T>::value) {
            text += "{\"d\":[";
            const char *before = "[";
            for (const auto &[key, each] : value) {
                take();
                text += before;
                write(key);
                text += ',';
                write(each);
                text += ']';
                before = ",[";
            }
            text += "]}";
        } else if constexpr (arrays<T>::value || lists<T>::value) write_all(value);
        else if constexpr (parts<T>::value) {
            text += '[';
            std::apply([&](const auto &...each) { bool first = true; ((text += first ? "" : ",", first = false, write(each)), ...); }, value);
            text += ']';
        } else if constexpr (sets<T>::value && holds<T>::value) {
            text += "{\"s\":";
            write_all(value);
            text += '}';
        } else throw Unwritten{"t" + name_of<T>()};
    }
};
