-- What was forgotten, by id and never by name, so that an import and a backup that is reached later honour it.
-- before: a day, for words of meetings closed earlier. finished: the files were searched and hold nothing of it.
CREATE TABLE forgotten(
    number INTEGER PRIMARY KEY,
    what TEXT NOT NULL CHECK(what IN ('person', 'access needs', 'words')),
    person BLOB CHECK(person IS NULL OR length(person) = 16),
    before TEXT,
    at INTEGER NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0,
    CHECK((what = 'words') = (person IS NULL) AND (what = 'words') = (before IS NOT NULL))
) STRICT;

-- Copies that were made of this log. done: the number of the last forgetting that was carried out in the copy.
CREATE TABLE backups(
    uid BLOB PRIMARY KEY CHECK(length(uid) = 16),
    path TEXT NOT NULL,
    at INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    review INTEGER NOT NULL,
    done INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where a name was forgotten inside of what somebody else wrote: the same without the name.
CREATE TABLE words_instead(
    stream INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    part INTEGER NOT NULL,
    text TEXT NOT NULL,
    sum BLOB NOT NULL CHECK(length(sum) = 32),
    PRIMARY KEY(stream, sequence, part),
    FOREIGN KEY(stream, sequence, part) REFERENCES words(stream, sequence, part)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER words_instead_of_forgotten BEFORE INSERT ON words_instead
WHEN NOT EXISTS(SELECT 1 FROM words WHERE stream = NEW.stream AND sequence = NEW.sequence AND part = NEW.part
                AND text IS NULL)
BEGIN SELECT RAISE(ABORT, 'only forgotten words can have others in their place'); END;
CREATE TRIGGER words_instead_not_in_search BEFORE UPDATE ON words_instead
WHEN EXISTS(SELECT 1 FROM marks WHERE name = 'search')
BEGIN SELECT RAISE(ABORT, 'the search index must be emptied before words are forgotten'); END;
CREATE TRIGGER words_instead_gone_from_search BEFORE DELETE ON words_instead
WHEN EXISTS(SELECT 1 FROM marks WHERE name = 'search')
BEGIN SELECT RAISE(ABORT, 'the search index must be emptied before words are forgotten'); END;
