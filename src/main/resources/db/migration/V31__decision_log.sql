-- The log of many rooms, filtered, is one walk over an index that holds all that the filters look at.
create index conversations_log on conversations
    (channel, workspace, room, updated_at, log_status, owner_id, review_on, decided_at, id);

create index conversations_by_time on conversations (updated_at);
