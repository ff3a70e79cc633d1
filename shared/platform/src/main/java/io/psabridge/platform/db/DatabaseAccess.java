package io.psabridge.platform.db;

/** Where the database is and who signs in. Prints no password. */
public record DatabaseAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return "DatabaseAccess[user=" + user + "]";
    }
}
