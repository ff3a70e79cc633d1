package io.psabridge.sandbox.data;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Records of one kind in the order of their ids. Safe for many threads; readers never wait. */
public final class Table {

    private static final int MOST = 50_000;
    private static final ConcurrentSkipListMap<Long, Row> NONE = new ConcurrentSkipListMap<>();

    private final ConcurrentSkipListMap<Long, Row> rows = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId;

    private final String parent;
    private final Map<Object, ConcurrentSkipListMap<Long, Row>> byParent =
            new ConcurrentHashMap<>();

    /**
     * An empty table.
     *
     * @param parent the member that holds the id of the record a row belongs to, or an empty text
     */
    Table(long firstId, String parent) {
        this.lastId = new AtomicLong(firstId - 1);
        this.parent = parent;
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

    /** The rows that belong to a record, when the table knows what they belong to; else all. */
    public Collection<Row> of(long parentId, boolean descending) {
        ConcurrentSkipListMap<Long, Row> some =
                parent.isEmpty() ? rows : byParent.getOrDefault(parentId, NONE);
        return descending ? some.descendingMap().values() : some.values();
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
        unlink(rows.put(id, row));
        if (!parent.isEmpty() && members.get(parent) instanceof Long parentId) {
            byParent.computeIfAbsent(parentId, key -> new ConcurrentSkipListMap<>()).put(id, row);
        }
        return row;
    }

    public @Nullable Row remove(long id) {
        Row removed = rows.remove(id);
        unlink(removed);
        return removed;
    }

    private void unlink(@Nullable Row row) {
        if (row != null
                && !parent.isEmpty()
                && row.members().get(parent) instanceof Long parentId) {
            byParent.getOrDefault(parentId, NONE).remove(row.id(), row);
        }
    }

    public int size() {
        return rows.size();
    }

    public void clear() {
        rows.clear();
        byParent.clear();
    }
}
