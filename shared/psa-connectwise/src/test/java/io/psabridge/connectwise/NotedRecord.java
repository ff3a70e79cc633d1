package io.psabridge.connectwise;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A record that lacks all but what it is given, and notes every member that is looked for. */
final class NotedRecord extends AbstractMap<String, Object> {

    private final String way;
    private final Set<String> looked;
    private final Map<String, Object> there = new LinkedHashMap<>(Map.of("id", 1));

    private NotedRecord(String way, Set<String> looked) {
        this.way = way;
        this.looked = looked;
    }

    NotedRecord() {
        this("", new TreeSet<>());
    }

    NotedRecord with(String member, Object value) {
        there.put(member, value);
        return this;
    }

    /** With other records inside, of which is noted what is looked for too. */
    NotedRecord holding(String... members) {
        for (String member : members) {
            there.put(member, new NotedRecord(way + member + "/", looked));
        }
        return this;
    }

    /** With a list of records of these kinds. */
    NotedRecord listing(String member, String kind, List<String> kinds) {
        there.put(
                member,
                kinds.stream()
                        .map(each -> new NotedRecord(way + member + "/", looked).with(kind, each))
                        .toList());
        return this;
    }

    /** What these look for, alone or inside others. */
    @SafeVarargs
    final Set<String> looked(Consumer<WireObject>... readers) {
        for (Consumer<WireObject> reader : readers) {
            reader.accept(new WireObject(this));
        }
        return looked;
    }

    @Override
    public @Nullable Object get(Object member) {
        if (!(there.get(member) instanceof NotedRecord) && !(there.get(member) instanceof List)) {
            looked.add(way + member);
        }
        return there.get(member);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return there.entrySet();
    }
}
