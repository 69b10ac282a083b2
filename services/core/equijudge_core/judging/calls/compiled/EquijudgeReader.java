// --- from JSON to arguments
class EquijudgeReader {
    final byte[] text;
    int at;

    EquijudgeReader(byte[] text) { this.text = text; }

    int look() {
        while (at < text.length && text[at] <= 32 && text[at] >= 0) {
            at++;
        }
        return at < text.length ? text[at] : 0;
    }
    boolean take(char mark) {
        if (look() != mark) {
            return false;
        }
        at++;
        return true;
    }
    void need(char mark) {
        if (!take(mark)) {
            throw new EquijudgeCall.Misfit();
        }
    }
    boolean word(String word) {
        look();
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }
    String number() {
        if (word("NaN")) {
            return "NaN";
        }
        look();
        int start = at;
        while (at < text.length && "0123456789+-.eEInfity".indexOf(text[at]) >= 0) {
            at++;
        }
        if (start == at) {
            throw new EquijudgeCall.Misfit();
        }
        return new String(text, start, at - start, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
    java.math.BigInteger integer() {
        String found = number();
        try {
            return new java.math.BigInteger(found);
        } catch (NumberFormatException other) {
            try {
                return new java.math.BigDecimal(found).toBigIntegerExact();
            } catch (NumberFormatException | ArithmeticException none) {
                throw new EquijudgeCall.Misfit();
            }
        }
    }
    // Most integers are short: their digits are read where they stand.
    long integer(long least, long most) {
        look();
        int start = at, end = at < text.length && text[at] == '-' ? at + 1 : at;
        long value = 0;
        while (end < text.length && text[end] >= '0' && text[end] <= '9' && end - start < 18) {
            value = value * 10 + text[end++] - '0';
        }
        boolean whole = end > start && text[end - 1] != '-' && (end == text.length || ".eE0123456789".indexOf(text[end]) < 0);
        if (whole) {
            value = text[start] == '-' ? -value : value;
            at = end;
        } else {
            java.math.BigInteger large = integer();
            if (large.bitLength() > 63) {
                throw new EquijudgeCall.Misfit();
            }
            value = large.longValue();
        }
        if (value < least || value > most) {
            throw new EquijudgeCall.Misfit();
        }
        return value;
    }
    double real() {
        try {
            return Double.parseDouble(number());
        } catch (NumberFormatException none) {
            throw new EquijudgeCall.Misfit();
        }
    }
    String string() {
        need('"');
        java.io.ByteArrayOutputStream plain = new java.io.ByteArrayOutputStream();
        StringBuilder found = new StringBuilder();
        while (at < text.length && text[at] != '"') {
            if (text[at] != '\\') {
                plain.write(text[at++]);
                continue;
            }
            found.append(new String(plain.toByteArray(), java.nio.charset.StandardCharsets.UTF_8));
            plain.reset();
            char kind = (char) text[at + 1];
            at += 2;
            if (kind == 'u') {
                found.append((char) Integer.parseInt(new String(text, at, 4, java.nio.charset.StandardCharsets.ISO_8859_1), 16));
                at += 4;
            } else {
                int place = "bfnrt".indexOf(kind);
                found.append(place < 0 ? kind : "\b\f\n\r\t".charAt(place));
            }
        }
        need('"');
        return found.append(new String(plain.toByteArray(), java.nio.charset.StandardCharsets.UTF_8)).toString();
    }
    char character() {
        String found = string();
        if (found.length() != 1) {
            throw new EquijudgeCall.Misfit();
        }
        return found.charAt(0);
    }
    boolean truth() {
        if (word("true")) {
            return true;
        }
        if (word("false")) {
            return false;
        }
        throw new EquijudgeCall.Misfit();
    }
    <T extends java.util.Collection<Object>> T all(java.lang.reflect.Type of, T into) {
        need('[');
        if (!take(']')) {
            do {
                into.add(read(of));
            } while (take(','));
            need(']');
        }
        return into;
    }
    Object array(java.lang.reflect.Type of) {
        if (of == char.class && look() == '"') {
            return string().toCharArray();
        }
        if (of == int.class) {
            int[] found = new int[16];
            int size = 0;
            need('[');
            if (!take(']')) {
                do {
                    found = size == found.length ? java.util.Arrays.copyOf(found, 2 * size) : found;
                    found[size++] = (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
                } while (take(','));
                need(']');
            }
            return java.util.Arrays.copyOf(found, size);
        }
        java.util.ArrayList<Object> held = all(of, new java.util.ArrayList<Object>());
        Object found = java.lang.reflect.Array.newInstance(raw(of), held.size());
        for (int i = 0; i < held.size(); i++) {
            java.lang.reflect.Array.set(found, i, held.get(i));
        }
        return found;
    }
    static Class<?> raw(java.lang.reflect.Type type) {
        if (type instanceof Class) {
            return (Class<?>) type;
        }
        if (type instanceof java.lang.reflect.ParameterizedType) {
            return raw(((java.lang.reflect.ParameterizedType) type).getRawType());
        }
        if (type instanceof java.lang.reflect.GenericArrayType) {
            return java.lang.reflect.Array.newInstance(raw(((java.lang.reflect.GenericArrayType) type).getGenericComponentType()), 0).getClass();
        }
        if (type instanceof java.lang.reflect.WildcardType) {
            return raw(((java.lang.reflect.WildcardType) type).getUpperBounds()[0]);
        }
        return raw(((java.lang.reflect.TypeVariable<?>) type).getBounds()[0]);
    }
    static java.lang.reflect.Type part(java.lang.reflect.Type type, int number) {
        if (type instanceof java.lang.reflect.WildcardType) {
            return part(((java.lang.reflect.WildcardType) type).getUpperBounds()[0], number);
        }
        if (!(type instanceof java.lang.reflect.ParameterizedType)) {
            return Object.class;
        }
        java.lang.reflect.Type[] found = ((java.lang.reflect.ParameterizedType) type).getActualTypeArguments();
        return number < found.length ? found[number] : Object.class;
    }
    Object read(java.lang.reflect.Type type) {
        Class<?> kind = raw(type);
        if (!kind.isPrimitive() && word("null")) {
            return null;
        }
        if (kind.isArray()) {
            boolean generic = type instanceof java.lang.reflect.GenericArrayType;
            return array(generic ? ((java.lang.reflect.GenericArrayType) type).getGenericComponentType() : kind.getComponentType());
        }
        if (kind == int.class || kind == Integer.class) {
            return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (kind == long.class || kind == Long.class) {
            return integer(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (kind == double.class || kind == Double.class) {
            return real();
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return truth();
        }
        if (kind == char.class || kind == Character.class) {
            return character();
        }
        if (kind == String.class || kind == CharSequence.class) {
            return string();
        }
        if (kind == StringBuilder.class) {
            return new StringBuilder(string());
        }
        if (kind == float.class || kind == Float.class) {
            return (float) real();
        }
        if (kind == short.class || kind == Short.class) {
            return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE);
        }
        if (kind == byte.class || kind == Byte.class) {
            return (byte) integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
        if (kind == java.math.BigInteger.class) {
            return integer();
        }
        if (kind == Number.class) {
            return any();
        }
        if (kind == Object.class) {
            return any();
        }
        java.lang.reflect.Field[] links = EquijudgeCall.links(kind);
        try {
            return links == null ? collection(kind, type) : links.length == 2 ? list(kind, links) : tree(kind, links);
        } catch (ReflectiveOperationException none) {
            throw new EquijudgeCall.Misfit();
        }
    }
    Object collection(Class<?> kind, java.lang.reflect.Type type) throws ReflectiveOperationException {
        java.lang.reflect.Type of = part(type, 0);
        if (kind.isAssignableFrom(java.util.ArrayList.class)) {
            return all(of, new java.util.ArrayList<Object>());
        }
        if (kind.isAssignableFrom(java.util.LinkedList.class)) {
            return all(of, new java.util.LinkedList<Object>());
        }
        if (kind.isAssignableFrom(java.util.LinkedHashSet.class)) {
            return all(of, new java.util.LinkedHashSet<Object>());
        }
        if (kind.isAssignableFrom(java.util.TreeSet.class)) {
            return all(of, new java.util.TreeSet<Object>());
        }
        if (kind.isAssignableFrom(java.util.LinkedHashMap.class) || kind.isAssignableFrom(java.util.TreeMap.class)) {
            return map(of, part(type, 1), kind.isAssignableFrom(java.util.LinkedHashMap.class) ? new java.util.LinkedHashMap<>() : new java.util.TreeMap<>());
        }
        if (java.util.Collection.class.isAssignableFrom(kind) && kind.getName().startsWith("java.util.")) {
            @SuppressWarnings("unchecked") java.util.Collection<Object> made = (java.util.Collection<Object>) kind.getDeclaredConstructor().newInstance();
            return all(of, made);
        }
        throw new EquijudgeCall.Misfit();
    }
    Object map(java.lang.reflect.Type keys, java.lang.reflect.Type values, java.util.Map<Object, Object> into) {
        need('{');
        if (!take('}')) {
            do {
                String name = string();
                Object key = raw(keys) == Integer.class || raw(keys) == Long.class ? new EquijudgeReader(name.getBytes()).read(keys) : raw(keys) == Character.class && name.length() == 1 ? (Object) name.charAt(0) : name;
                need(':');
                into.put(key, read(values));
            } while (take(','));
            need('}');
        }
        return into;
    }
    Object any() {
        int first = look();
        if (first == '"') {
            return string();
        }
        if (first == '[') {
            return all(Object.class, new java.util.ArrayList<Object>());
        }
        if (first == '{') {
            return map(String.class, Object.class, new java.util.LinkedHashMap<>());
        }
        if (first == 't' || first == 'f') {
            return truth();
        }
        int start = at;
        if (number().matches("-?[0-9]+")) {
            at = start;
            long found = integer(Long.MIN_VALUE, Long.MAX_VALUE);
            return found == (int) found ? (Object) (int) found : (Object) found;
        }
        at = start;
        return real();
    }
    Object node(Class<?> kind, java.lang.reflect.Field[] links) throws ReflectiveOperationException {
        Object value = read(links[0].getGenericType()), made = null;
        java.lang.reflect.Constructor<?>[] makers = kind.getDeclaredConstructors();
        java.util.Arrays.sort(makers, java.util.Comparator.comparing(java.lang.reflect.Constructor::getParameterCount));
        Class<?>[] takes = makers[0].getParameterTypes();
        Object[] with = new Object[takes.length];
        for (int i = 0; i < takes.length; i++) {
            with[i] = takes[i] == int.class ? (Object) 0 : takes[i] == long.class ? (Object) 0L : takes[i] == char.class ? (Object) '0' : null;
        }
        makers[0].setAccessible(true);
        made = makers[0].newInstance(with);
        links[0].set(made, value);
        for (int i = 1; i < links.length; i++) {
            links[i].set(made, null);
        }
        return made;
    }
    Object list(Class<?> kind, java.lang.reflect.Field[] links) throws ReflectiveOperationException {
        Object first = null, last = null;
        need('[');
        if (!take(']')) {
            do {
                Object made = node(kind, links);
                if (last == null) {
                    first = made;
                } else {
                    links[1].set(last, made);
                }
                last = made;
            } while (take(','));
            need(']');
        }
        return first;
    }
    Object tree(Class<?> kind, java.lang.reflect.Field[] links) throws ReflectiveOperationException {
        java.util.ArrayDeque<Object> level = new java.util.ArrayDeque<>();
        Object root = null;
        need('[');
        if (!take(']')) {
            int place = -1;
            do {
                Object made = word("null") ? null : node(kind, links);
                if (place < 0) {
                    root = made;
                } else if (!level.isEmpty()) {
                    links[1 + place % 2].set(place % 2 == 1 ? level.poll() : level.peek(), made);
                }
                if (made != null) {
                    level.add(made);
                }
                place++;
            } while (take(','));
            need(']');
        }
        return root;
    }
}
