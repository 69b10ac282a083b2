import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles one source file, whatever its public class is called, into one jar that names its main class.
 *
 * <p>One process where `javac` and `jar` would be two, started from an archive of the compiler's classes. What it
 * compiled is never loaded: the main class is found in what the compiler knows of the source. No annotation processor
 * runs, and no class is visible but the JDK's and the source's own.
 *
 * <p>Usage: JavaCompile SOURCE JAR. Errors go to stderr, the first 20 and at most 64 KiB of them, and the exit code is 1.
 */
public final class JavaCompile {
    private static final int MOST_ERRORS = 20;
    private static final int MOST_ERROR_CHARACTERS = 64 << 10;
    private static final int INSTANCE_MAINS_SINCE = 25;

    private final StringBuilder errors = new StringBuilder();
    private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
    private int count;

    public static void main(String[] arguments) throws IOException {
        JavaCompile run = new JavaCompile();
        boolean done;
        try {
            done = run.compile(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (StackOverflowError | OutOfMemoryError error) {
            done = run.fail("the compiler runs out of resources: " + error.getClass().getSimpleName());
        } catch (RuntimeException error) { // what javac makes of errors of its own
            Throwable cause = error.getCause() == null ? error : error.getCause();
            done = run.fail("the compiler fails: " + cause.getClass().getSimpleName());
        }
        System.err.print(run.errors);
        System.err.flush();
        System.exit(done ? 0 : 1);
    }

    private boolean compile(Path source, Path jar) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return fail("this Java has no compiler");
        }
        JavaFileManager files = new Memory(compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
        List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "-Xmaxerrs", "" + MOST_ERRORS);
        JavacTask task = (JavacTask) compiler.getTask(null, files, this::report, options, null, List.of(new Source(source)));
        Iterable<? extends Element> analyzed = task.analyze();
        if (count > 0) {
            return false;
        }
        String main = findMain(analyzed, task.getElements());
        if (main == null) {
            return fail("no class has a method public static void main(String[])");
        }
        task.generate();
        if (count > 0) {
            return false;
        }
        write(jar, main);
        return true;
    }

    private boolean fail(String why) {
        errors.append("error: ").append(why).append('\n');
        return false;
    }

    private void report(Diagnostic<? extends JavaFileObject> said) {
        if (said.getKind() != Diagnostic.Kind.ERROR || ++count > MOST_ERRORS) {
            return;
        }
        String text = said.toString();
        int room = MOST_ERROR_CHARACTERS - errors.length();
        errors.append(text, 0, Math.min(text.length(), Math.max(room, 0))).append('\n');
    }

    /** The public class first, as other judges have it, then the others in their order; null for none. */
    private static String findMain(Iterable<? extends Element> analyzed, Elements elements) {
        String found = null;
        for (Element each : analyzed) {
            if (each instanceof TypeElement && hasMain((TypeElement) each, elements)) {
                String name = elements.getBinaryName((TypeElement) each).toString();
                if (each.getModifiers().contains(Modifier.PUBLIC)) {
                    return name;
                }
                found = found == null ? name : found;
            }
        }
        return found;
    }

    /** Inherited ones are as good. */
    private static boolean hasMain(TypeElement type, Elements elements) {
        for (Element member : elements.getAllMembers(type)) {
            if (member.getKind() == ElementKind.METHOD && isMain((ExecutableElement) member)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMain(ExecutableElement method) {
        if (!method.getSimpleName().contentEquals("main") || method.getReturnType().getKind() != TypeKind.VOID) {
            return false;
        }
        Set<Modifier> modifiers = method.getModifiers();
        int parameters = method.getParameters().size();
        boolean withArguments = parameters == 1 && isStrings(method.getParameters().get(0));
        if (SourceVersion.latest().ordinal() >= INSTANCE_MAINS_SINCE) {
            return !modifiers.contains(Modifier.PRIVATE) && (withArguments || parameters == 0);
        }
        return modifiers.containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC)) && withArguments;
    }

    private static boolean isStrings(Element parameter) {
        return parameter.asType().getKind() == TypeKind.ARRAY
                && ((ArrayType) parameter.asType()).getComponentType().toString().equals("java.lang.String");
    }

    /** Not compressed: it is read once per test. */
    private void write(Path jar, String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            JarEntry first = new JarEntry("META-INF/MANIFEST.MF");
            first.setTime(0);
            out.putNextEntry(first);
            manifest.write(out);
            for (Map.Entry<String, ByteArrayOutputStream> each : classes.entrySet()) {
                JarEntry entry = new JarEntry(each.getKey().replace('.', '/') + ".class");
                entry.setTime(0); // the same source gives the same bytes
                out.putNextEntry(entry);
                each.getValue().writeTo(out);
            }
        }
    }

    /** The one source: its name fits every public class. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Path path) throws IOException {
            super(URI.create("source:///Main.java"), Kind.SOURCE);
            String decoded = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        }

        @Override
        public String getName() {
            return "Main.java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String name, Kind kind) {
            return kind == Kind.SOURCE;
        }
    }

    /** Keeps classes in memory, and shows the compiler none but the JDK's. */
    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public Iterable<JavaFileObject> list(Location where, String name, Set<JavaFileObject.Kind> kinds, boolean all)
                throws IOException {
            boolean foreign = where == StandardLocation.CLASS_PATH || where == StandardLocation.SOURCE_PATH;
            return foreign ? List.of() : super.list(where, name, kinds, all);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location where, String name, JavaFileObject.Kind kind, FileObject from) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("class:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
