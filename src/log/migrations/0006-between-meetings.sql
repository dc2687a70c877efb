-- What was said of actions between meetings, in the stream of their partnership. p_touches.closed is 2 there, and begins
-- counts down from -1, since one stream can say something of an action more than once.
ALTER TABLE p_touches ADD COLUMN day TEXT;
ALTER TABLE p_touches ADD COLUMN why TEXT;
-- Done or dropped since the group's last closed meeting: its next one is told.
ALTER TABLE p_matters ADD COLUMN settled_on TEXT;
ALTER TABLE p_matters ADD COLUMN settled_why TEXT;
CREATE INDEX p_matters_settled ON p_matters(grp, at) WHERE settled_on IS NOT NULL;
