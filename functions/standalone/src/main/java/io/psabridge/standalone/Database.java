package io.psabridge.standalone;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that this process works with, and the user who migrates it. */
record Database(String url, String user, @Nullable String password) {

    /** The one of the variables; empty when none is named. */
    static Optional<Database> from(Variables variables) {
        Optional<String> url = variables.text("DATABASE_URL");
        Optional<String> user = variables.text("DATABASE_USER");
        Optional<String> password = variables.text("DATABASE_PASSWORD");
        if (url.isEmpty()) {
            if (user.isPresent() || password.isPresent()) {
                throw new BadConfiguration(
                        "DATABASE_USER and DATABASE_PASSWORD need DATABASE_URL beside them");
            }
            return Optional.empty();
        }
        if (!url.get().startsWith("jdbc:postgresql:")) {
            throw new BadConfiguration(
                    "DATABASE_URL must be a JDBC URL such as jdbc:postgresql://db.example.com:5432/psabridge");
        }
        return Optional.of(
                new Database(
                        url.get(),
                        user.orElseThrow(
                                () -> new BadConfiguration("DATABASE_URL needs DATABASE_USER")),
                        password.orElse(null)));
    }

    @Override
    public String toString() {
        return "Database[user=" + user + "]";
    }
}
