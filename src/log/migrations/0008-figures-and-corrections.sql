-- What the trends are made from, as text that only they read: of each closed meeting, and summed up by the month of a
-- group, so that years of meetings can be looked at without telling each again. month: its first day; slot: group and
-- month as one value.
CREATE TABLE p_figures(
    stream INTEGER PRIMARY KEY,
    slot BLOB NOT NULL,
    month TEXT NOT NULL,
    group_name TEXT NOT NULL,
    figures TEXT NOT NULL
) STRICT;
CREATE INDEX p_figures_slot ON p_figures(slot);

CREATE TABLE p_months(
    slot BLOB PRIMARY KEY,
    month TEXT NOT NULL,
    group_name TEXT NOT NULL,
    figures TEXT NOT NULL
) STRICT;
CREATE INDEX p_months_month ON p_months(month);

-- What a correction says is right, of what was written down, so that searching finds it.
CREATE TABLE p_corrections(
    stream INTEGER NOT NULL,
    place INTEGER NOT NULL,
    number INTEGER NOT NULL,  -- of the capture
    text TEXT NOT NULL,
    PRIMARY KEY(stream, place)
) STRICT, WITHOUT ROWID;

-- How many answered is of each statement, and is not known where fewer than four did: such a statement has a row too.
DROP VIEW v_pulse;
DROP TABLE p_pulse;
CREATE TABLE p_pulse(
    stream INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    text TEXT NOT NULL,
    instrument TEXT NOT NULL,
    answered INTEGER,
    value INTEGER NOT NULL,  -- 0: no counts are kept
    n INTEGER,
    PRIMARY KEY(stream, statement, value)
) STRICT, WITHOUT ROWID;
CREATE VIEW v_pulse AS SELECT
    lower(hex(m.uid)) AS meeting, m.date, p.instrument, p.statement, p.text, p.answered,
    CASE WHEN p.n IS NULL THEN NULL ELSE p.value END AS answer, p.n
FROM p_pulse p JOIN p_meetings m USING(stream);
