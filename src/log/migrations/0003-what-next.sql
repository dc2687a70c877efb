-- What the group's next meeting is offered besides: a carried item's kind and lead, and who was to facilitate and host.
ALTER TABLE p_meetings ADD COLUMN next_facilitator BLOB;
ALTER TABLE p_meetings ADD COLUMN next_host BLOB;
ALTER TABLE p_touches ADD COLUMN item_kind INTEGER;
ALTER TABLE p_touches ADD COLUMN lead BLOB;
ALTER TABLE p_matters ADD COLUMN item_kind INTEGER;
ALTER TABLE p_matters ADD COLUMN lead BLOB;
