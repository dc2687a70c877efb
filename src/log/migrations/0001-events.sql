-- What happened. Nothing here is ever changed or deleted: triggers hold even people with sqlite3 to that.
-- A stream is a meeting or a partnership. `digits` is how many hexadecimal digits of its uid told it from all
-- meetings before it, so that the shortest prefix for all of them is a look-up.
CREATE TABLE streams(
    stream INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
    kind TEXT NOT NULL CHECK(kind IN ('meeting', 'partnership')),
    digits INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX streams_digits ON streams(digits) WHERE digits > 4;

-- at: UTC, milliseconds since 1970; offset: minutes of local time ahead of UTC; boot: milliseconds of CLOCK_BOOTTIME
-- in the run of the machine that boot_id tells; hash: SHA-256 over the event before, this one and its words' sums.
CREATE TABLE events(
    stream INTEGER NOT NULL REFERENCES streams(stream),
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    boot INTEGER NOT NULL,
    boot_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    hash BLOB NOT NULL CHECK(length(hash) = 32),
    PRIMARY KEY(stream, sequence)
) STRICT, WITHOUT ROWID;

-- Names and free text. Forgetting blanks text and salt; the sum stays, so that the chain of hashes still holds.
CREATE TABLE words(
    stream INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    part INTEGER NOT NULL,
    person BLOB,
    text TEXT,
    salt BLOB,
    sum BLOB NOT NULL CHECK(length(sum) = 32),
    PRIMARY KEY(stream, sequence, part),
    FOREIGN KEY(stream, sequence) REFERENCES events(stream, sequence)
) STRICT, WITHOUT ROWID;

-- Streams whose summaries are behind their events.
CREATE TABLE dirty(stream INTEGER PRIMARY KEY) STRICT;
-- Small facts about this file: which program's summaries it holds.
CREATE TABLE marks(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TRIGGER streams_no_update BEFORE UPDATE ON streams
BEGIN SELECT RAISE(ABORT, 'streams are never changed'); END;
CREATE TRIGGER streams_no_delete BEFORE DELETE ON streams
BEGIN SELECT RAISE(ABORT, 'streams are never deleted'); END;
-- INSERT OR REPLACE would delete without a trigger knowing, so inserting is watched as well.
CREATE TRIGGER streams_no_replace BEFORE INSERT ON streams
WHEN EXISTS(SELECT 1 FROM streams WHERE uid = NEW.uid OR stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'this stream is there already'); END;

CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER events_in_order BEFORE INSERT ON events
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM events WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'events are only added, in order'); END;

CREATE TRIGGER words_only_blanked BEFORE UPDATE ON words
WHEN NOT (NEW.text IS NULL AND NEW.salt IS NULL AND NEW.stream IS OLD.stream AND NEW.sequence IS OLD.sequence
          AND NEW.part IS OLD.part AND NEW.person IS OLD.person AND NEW.sum IS OLD.sum)
BEGIN SELECT RAISE(ABORT, 'words are only forgotten, never changed'); END;
CREATE TRIGGER words_no_delete BEFORE DELETE ON words
BEGIN SELECT RAISE(ABORT, 'words are only forgotten, never deleted'); END;
CREATE TRIGGER words_no_replace BEFORE INSERT ON words
WHEN EXISTS(SELECT 1 FROM words WHERE stream = NEW.stream AND sequence = NEW.sequence AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'these words are there already'); END;
