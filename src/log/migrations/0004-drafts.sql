-- What is half typed in a meeting, in case the program or the machine stops. No event: it did not happen yet.
CREATE TABLE drafts(
    uid BLOB PRIMARY KEY CHECK(length(uid) = 16),
    line TEXT NOT NULL
) STRICT, WITHOUT ROWID;
