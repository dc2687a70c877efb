-- What can be found by its words: agenda items, and what was written down. Filled from the summaries, when idle or before
-- a search, never with an act. entry: stream * 1,000,000 + a place in the meeting. Empty, with no mark "search": to be
-- filled anew. The text has zero-width spaces between the characters of scripts without blanks.
CREATE TABLE search_entries(
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER,  -- of the item on the agenda
    matter BLOB NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(
    text, content = 'search_entries', content_rowid = 'entry', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

-- Meetings whose entries are behind their summaries.
CREATE TABLE search_behind(stream INTEGER PRIMARY KEY) STRICT;

-- An index may keep a word's bytes after the word was blanked, so it has to be emptied before.
CREATE TRIGGER words_not_in_search BEFORE UPDATE ON words
WHEN EXISTS(SELECT 1 FROM marks WHERE name = 'search')
BEGIN SELECT RAISE(ABORT, 'the search index must be emptied before words are forgotten'); END;
