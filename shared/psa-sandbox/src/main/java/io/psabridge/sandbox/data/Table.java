package io.psabridge.sandbox.data;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Records of one kind in the order of their ids. Safe for many threads; readers never wait. */
public final class Table {

    private static final int MOST = 50_000;

    private final ConcurrentSkipListMap<Long, Row> rows = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId;

    Table(long firstId) {
        this.lastId = new AtomicLong(firstId - 1);
    }

    public @Nullable Row get(long id) {
        return rows.get(id);
    }

    public Collection<Row> ascending() {
        return rows.values();
    }

    public Collection<Row> descending() {
        return rows.descendingMap().values();
    }

    public long nextId() {
        return lastId.incrementAndGet();
    }

    /** Stores the record under its id. Fails when the table is full. */
    public Row put(long id, Map<String, Object> members) {
        if (rows.size() >= MOST && !rows.containsKey(id)) {
            throw new SandboxFullException(MOST);
        }
        lastId.accumulateAndGet(id, Math::max);
        Row row = new Row(id, members);
        rows.put(id, row);
        return row;
    }

    public @Nullable Row remove(long id) {
        return rows.remove(id);
    }

    public int size() {
        return rows.size();
    }

    public void clear() {
        rows.clear();
    }
}
